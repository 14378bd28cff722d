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
package org.openhab.binding.selectronic.workbench.screen;

import java.time.Duration;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.workbench.thing.Change;

/**
 * One channel as it is shown.
 *
 * @param group what its group is called
 * @param label what it is called
 * @param value its value; empty as long as there is none
 * @param age how old the value is; empty as long as there is none
 * @param change how the value differs from the one before
 * @param advanced whether a normal user can do without it
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record Row(String group, String label, ValueText.Shown value, String age, Change change, boolean advanced) {

    private static final Duration TWO_MINUTES = Duration.ofMinutes(2);
    private static final Duration TWO_HOURS = Duration.ofHours(2);

    /**
     * @param age an age
     * @return the age in few characters
     */
    public static String age(Duration age) {
        if (age.compareTo(TWO_MINUTES) < 0) {
            return Math.max(0, age.toSeconds()) + " s";
        }
        return age.compareTo(TWO_HOURS) < 0 ? age.toMinutes() + " min" : age.toHours() + " h";
    }

    /**
     * @param unitColumns how many columns units take
     * @return the value with its unit, where numbers end in front of the units of all rows
     */
    String cell(int unitColumns) {
        return value.unit().isEmpty() ? value.text() : value.text() + " " + Columns.left(value.unit(), unitColumns);
    }

    /** @return whether the value is a number with a unit */
    boolean isQuantity() {
        return !value.unit().isEmpty();
    }
}
