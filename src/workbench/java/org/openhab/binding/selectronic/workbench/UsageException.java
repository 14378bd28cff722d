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
package org.openhab.binding.selectronic.workbench;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The program was called with options that make no sense.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final String[] arguments;

    /**
     * @param key the key of the text that says what is wrong
     * @param arguments what goes into the text
     */
    UsageException(String key, String... arguments) {
        super(key + " " + String.join(" ", arguments));
        this.key = "usage." + key;
        this.arguments = arguments.clone();
    }

    String key() {
        return key;
    }

    Object[] arguments() {
        return arguments.clone();
    }
}
