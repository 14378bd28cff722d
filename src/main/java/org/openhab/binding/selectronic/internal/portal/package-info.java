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
 * The web pages of select.live: HTTPS, a log-in with a session cookie, JSON for values, HTML for the rest.
 *
 * <pre>
 * PortalSource ── live values ─────────────────┐
 *   ├ SystemList    lists and system pages ────┤
 *   ├ SystemEvents  events page, new events ───┼─> PortalSession ─> AccountQueue ─> HTTPS
 *   ├ AccountZone   time zone of the profile ──┤   log-in, pauses   one at a time,
 *   └ PortalHistory charts of past days ───────┘                    live values first
 *
 * POST /login                         email=…&amp;pwd=…      -> 302 to /systems or /dashboard with the cookie; 200 if refused
 * GET  /systems/list/owner            (and /installer)    -> { "systems": [ { "did": "9999", "name": … }, … ] }
 * GET  /dashboard/hfdata/{did}                            -> live values, see the package point
 * GET  /dashboard/getdata/{did}?needfirst=1               -> { "items": { "first_date": "2018-04-27", … }, … }
 * POST /dashboard/chartdata/{did}     chartdate=…&amp;range=1 -> { "data": { "chartdate": …, "datetime": [ … ], … } }
 * GET  /dashboard/{did}, /events/{did}, /myprofile        -> HTML
 * </pre>
 *
 * The vendor documents none of this. Source: public clients. Several agree on log-in, lists and live values; charts,
 * events and system pages are from one (LiveOne), which has read thousands of days.
 * <p>
 * HTML is read by a small strict reader ({@code Html}): openHAB provides no HTML parser for bindings, and an embedded
 * one would be larger than this binding. A page in an unexpected form means "unknown", never "nothing".
 */
package org.openhab.binding.selectronic.internal.portal;
