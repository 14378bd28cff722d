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
package org.openhab.binding.selectronic.workbench.definition;

import java.math.BigDecimal;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * A parameter of a thing.
 *
 * @param name its name
 * @param type text, integer, decimal or boolean
 * @param initial its default, null if it has none
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record ConfigParameter(String name, String type, @Nullable String initial) {
    /** @return the default in the type of the parameter, null if it has none */
    public @Nullable Object initialValue() {
        String initial = this.initial;
        if (initial == null) {
            return null;
        }
        return switch (type) {
            case "integer", "decimal" -> new BigDecimal(initial);
            case "boolean" -> Boolean.valueOf(initial);
            default -> initial;
        };
    }
}
