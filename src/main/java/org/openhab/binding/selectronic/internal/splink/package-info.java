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
 * The connections that use the unit's memory protocol: a serial port, a network adapter, the tunnel of select.live.
 *
 * <pre>
 * SingleUnitSource    one link, one unit           UnitSession   log in, plan, read, decode
 * TunnelSource  one account, a link per unit     |
 *      +------------- SpLinkSource ---------------+-- client (words) -- wire (frames) -- link (bytes)
 *                                                 +-- memory (values)
 * </pre>
 *
 * Reads block on the connection, so they run on threads that may block: one per connection, and only while a request is
 * running.
 */
package org.openhab.binding.selectronic.internal.splink;
