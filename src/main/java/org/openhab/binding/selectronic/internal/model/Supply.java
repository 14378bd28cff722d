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
package org.openhab.binding.selectronic.internal.model;

import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Where a way takes a quantity from.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public sealed interface Supply {
    /**
     * A member of the JSON body that gateway and portal share.
     *
     * @param name the name of the member below {@code items}
     * @param negated whether the body's sign is the opposite of the quantity's
     */
    record Member(String name, boolean negated) implements Supply {
    }

    /**
     * Registers in the memory of the unit. Several are put together into one value.
     *
     * @param names the registers by their names where memory is decoded: there it is told where they stand
     */
    record Registers(List<String> names) implements Supply {
    }

    /** Worked out from other quantities, or observed while reading. */
    record Derived() implements Supply {
    }

    /** Told as a series by the device's own record, of the time before now. */
    record Recorded() implements Supply {
    }
}
