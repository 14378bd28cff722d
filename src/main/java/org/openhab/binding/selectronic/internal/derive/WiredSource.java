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
package org.openhab.binding.selectronic.internal.derive;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.AcSource;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * Detects the type of the AC source if the owner has not configured it. On native connections the settings of the unit
 * contain it. A gateway does not report it, but only a grid takes energy: a unit that has exported more than a trace is
 * on the grid, and so is one whose generator state is "AC source present" (published body of a mains site, sample E).
 * Everything else is assumed to be a generator; the thing shows this as a property, so that the owner of a grid
 * connection without export can correct it.
 * <p>
 * A detected type is replaced only on lasting evidence, and not while the generator runs, because the end of the run
 * must still be detected.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class WiredSource {
    /** Export below this, in kWh, may be a trace counted on a generator site: single counts are 0.07 kWh. */
    private static final double EXPORT_OF_A_GRID = 1;
    private static final int SAMPLES_TO_BE_SURE = 3;

    private final AcSource configured;
    private AcSource settings = AcSource.AUTO;
    private AcSource found = AcSource.AUTO;
    private int samplesOfAnother;

    /** @param configured the configured type, {@link AcSource#AUTO} if none */
    WiredSource(AcSource configured) {
        this.configured = configured;
    }

    /** @param identity the identity of the unit, with its settings as far as they are known */
    void identified(Identity identity) {
        if (identity.acSource() != AcSource.AUTO) {
            settings = identity.acSource();
        }
    }

    /** @return the type configured or detected so far, {@link AcSource#AUTO} for none */
    AcSource known() {
        return configured == AcSource.AUTO ? found : configured;
    }

    /**
     * @param sample the next sample
     * @param generatorRuns whether the generator was running in its last known state
     * @return the assumed type of the source, {@link AcSource#AUTO} while there is no evidence
     */
    AcSource of(Sample sample, boolean generatorRuns) {
        if (configured != AcSource.AUTO) {
            return configured;
        }
        AcSource reported = settings == AcSource.AUTO ? shownBy(sample) : settings;
        samplesOfAnother = reported == AcSource.AUTO || reported == found ? 0 : samplesOfAnother + 1;
        boolean lasting = settings != AcSource.AUTO || samplesOfAnother >= SAMPLES_TO_BE_SURE;
        if (reported != AcSource.AUTO && (found == AcSource.AUTO || lasting && !generatorRuns)) {
            found = reported;
        }
        return found;
    }

    /**
     * Returns the type according to a sample. A grid is kept: missing evidence for a grid is no evidence of a
     * generator.
     */
    private AcSource shownBy(Sample sample) {
        double exported = sample.number(Quantity.AC_SOURCE_ENERGY_EXPORT_TOTAL);
        if (exported >= EXPORT_OF_A_GRID
                || Value.of("AC_SOURCE_PRESENT").equals(sample.values().get(Quantity.GENERATOR_STATUS))) {
            return AcSource.GRID;
        }
        return Double.isFinite(exported) && found == AcSource.AUTO ? AcSource.GENERATOR : AcSource.AUTO;
    }
}
