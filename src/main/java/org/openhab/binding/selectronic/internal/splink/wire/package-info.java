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
 * Frames of the SP LINK protocol: converts bytes to words and back, independent of ports, passwords and registers.
 *
 * <pre>
 * query   51 LL AA AA AA AA CC CC                                8 bytes
 * answer  51 LL AA AA AA AA CC CC  DD DD … DD DD  CC CC         10 bytes and 2 for each word
 * write   57 LL AA AA AA AA CC CC  DD DD … DD DD  CC CC         10 bytes and 2 for each word
 * answer  the same bytes again
 *
 * LL      number of words less one: 00 is one word, FF is 256
 * AA      address of the first word, low byte first; an address is a 16-bit word
 * DD      the words, each with its low byte first
 * CC      CRC-16/KERMIT, low byte first: after the header of the 6 bytes before it, at the end of the words
 * </pre>
 *
 * There is no sequence number, no device address and no error answer: a unit simply does not answer a request that it
 * rejects. So only one request may run at a time, and received bytes are its answer only if they repeat its header.
 * <p>
 * The binding can only read: the two existing write frames log in and out, see
 * {@link org.openhab.binding.selectronic.internal.splink.wire.WriteFrame}.
 * <p>
 * Published by the selpi and splink projects, who found it independently of each other, and by LiveOne.
 */
package org.openhab.binding.selectronic.internal.splink.wire;
