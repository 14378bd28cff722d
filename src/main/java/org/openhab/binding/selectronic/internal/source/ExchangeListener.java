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
package org.openhab.binding.selectronic.internal.source;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Receives requests and answers for a recording. Logins are never passed to it. It is called on the threads of the
 * source and must return at once.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public interface ExchangeListener {
    /**
     * @param path the requested path, relative to the base of the device's pages
     * @param body the unchanged answer
     */
    void page(String path, byte[] body);

    /**
     * @param unit identifies the unit within a recording
     * @param address the address of the first requested word
     * @param words the received words, each 0 to 65535
     */
    void words(String unit, int address, int[] words);
}
