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

import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * A hint for the owner although the source works.
 *
 * @param key the key of a text
 * @param arguments the arguments of the text
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record Remark(String key, List<String> arguments) {
    /** Copies the list. */
    public Remark {
        arguments = List.copyOf(arguments);
    }
}
