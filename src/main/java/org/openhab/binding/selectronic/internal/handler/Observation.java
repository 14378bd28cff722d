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
package org.openhab.binding.selectronic.internal.handler;

import java.util.OptionalInt;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.derive.Derived;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * A sample with its derived values.
 *
 * @param sample the sample
 * @param derived the derived values, and those of the connection
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
record Observation(Sample sample, Derived derived) {
    /** Returns the code of the active alert, 0 for none; empty if it is not reported. */
    OptionalInt alertCode() {
        Value code = derived.values().get(Quantity.ALERTS_CODE);
        if (code == null) {
            code = sample.values().get(Quantity.ALERTS_CODE);
        }
        return code instanceof Value.Numeric numeric ? OptionalInt.of((int) numeric.number()) : OptionalInt.empty();
    }
}
