/*
 * Copyright (c) 2026 Contributors to the Selectronic binding project
 *
 * See the NOTICE file(s) distributed with this work for additional
 * information.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * http://www.eclipse.org/legal/epl-2.0
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The web pages of select.live: HTTPS, a log-in with a session cookie, JSON for values and pages for the rest.
 *
 * <pre>
 * POST /login                         email=…&amp;pwd=…      -> 302 to /systems or /dashboard with the cookie; 200 for a refusal
 * GET  /systems/list/owner            (and /installer)    -> { "systems": [ { "did": "9999", "name": … }, … ] }
 * GET  /dashboard/hfdata/{did}                            -> the live values, see the package point
 * GET  /dashboard/getdata/{did}?needfirst=1               -> { "items": { "first_date": "2018-04-27", … }, … }
 * POST /dashboard/chartdata/{did}     chartdate=…&amp;range=1 -> { "data": { "chartdate": …, "datetime": [ … ], … } }
 * GET  /dashboard/{did}, /events/{did}, /myprofile        -> pages for people
 * </pre>
 *
 * The vendor describes none of it. Facts from public clients: log-in, lists and live values from several that agree;
 * charts, events and the page of a system from one (LiveOne), which has read thousands of days.
 * <p>
 * Pages are read by a small strict reader of our own ({@code Html}). openHAB ships no HTML parser that a binding may
 * count on, and one within the jar would be larger than the binding, for two tables. A page that has changed its shape
 * is "not known" and never "nothing".
 */
package org.openhab.binding.selectronic.internal.portal;
