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
 * SpLinkSource     the units of a connection, tasks on threads that may block
 *   UnitSession    one unit: reads its setup and a plan of all live values, decodes them, reads new events
 *     client       words: connects, logs in, repeats lost requests     wire   frames
 *     link         bytes: serial port, network adapter, tunnel
 *     memory       values                                              log    recorded data
 * </pre>
 *
 * Reads block on the connection, so they run on threads that may block: one per connection, and only while a request is
 * running.
 */
package org.openhab.binding.selectronic.internal.splink;
