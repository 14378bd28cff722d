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
 * The dialogue with a unit: check whether it is there and whether we are logged in, read its words, log out.
 *
 * <pre>
 * read 0xA000         FFFF: login required; 1 or 2: the number of the port that we are connected to
 * read 0x1F0000 x 8   the challenge, 16 bytes
 * write 0x1F0000 x 8  MD5 of challenge and password (padded to 32 bytes with spaces), bytes of each word swapped
 * read 0x1F0010       1: accepted
 * write 0xA00D, E     1: log out on port 1, 2
 * </pre>
 *
 * Published by the selpi project and, for the logout and the meaning of 0xA000, by the splink project.
 */
package org.openhab.binding.selectronic.internal.splink.client;
