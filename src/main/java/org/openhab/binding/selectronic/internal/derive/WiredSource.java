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

import java.util.OptionalDouble;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.AcSource;
import org.openhab.binding.selectronic.internal.model.GeneratorStatus;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * Finds out what is wired to the AC source where the owner has not said it. The unit's own settings tell it natively; a
 * gateway does not, but only a grid takes energy: a unit that has exported more than a trace is on the grid, and one
 * whose generator state reads "AC source present" too (published body of a mains site, sample E). Everything else is
 * taken for a generator, which the thing shows as a property so that the owner of a grid connection without export can
 * say better.
 * <p>
 * Once something was found it is replaced only by lasting evidence, and not while the generator runs: the end of a run
 * must still be seen.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class WiredSource {
    /** Less export than this, in kWh, may be a trace that a generator site has counted: single counts are 0.07 kWh. */
    private static final double EXPORT_OF_A_GRID = 1;
    private static final int SAMPLES_TO_BE_SURE = 3;

    private final AcSource configured;
    private AcSource settings = AcSource.AUTO;
    private AcSource found = AcSource.AUTO;
    private int samplesOfAnother;

    /** @param configured what the owner has said, {@link AcSource#AUTO} if nothing */
    WiredSource(AcSource configured) {
        this.configured = configured;
    }

    /** @param identity what the unit tells about itself, with its settings as far as they are known */
    void identified(Identity identity) {
        if (identity.acSource() != AcSource.AUTO) {
            settings = identity.acSource();
        }
    }

    /** @return what was found so far, {@link AcSource#AUTO} for nothing */
    AcSource known() {
        return configured == AcSource.AUTO ? found : configured;
    }

    /**
     * @param sample the next sample
     * @param generatorRuns whether the generator was running when it was last known
     * @return what the source is taken for, {@link AcSource#AUTO} as long as nothing tells
     */
    AcSource of(Sample sample, boolean generatorRuns) {
        if (configured != AcSource.AUTO) {
            return configured;
        }
        AcSource told = settings == AcSource.AUTO ? toldBy(sample) : settings;
        samplesOfAnother = told == AcSource.AUTO || told == found ? 0 : samplesOfAnother + 1;
        boolean lasting = settings != AcSource.AUTO || samplesOfAnother >= SAMPLES_TO_BE_SURE;
        if (told != AcSource.AUTO && (found == AcSource.AUTO || lasting && !generatorRuns)) {
            found = told;
        }
        return found;
    }

    /** A grid stays one: that nothing speaks for it any more is no evidence of a generator. */
    private AcSource toldBy(Sample sample) {
        OptionalDouble exported = sample.number(Quantity.AC_SOURCE_ENERGY_EXPORT_TOTAL);
        boolean gridSeen = Value.of(GeneratorStatus.AC_SOURCE_PRESENT.name())
                .equals(sample.values().get(Quantity.GENERATOR_STATUS));
        if (gridSeen || exported.isPresent() && exported.getAsDouble() >= EXPORT_OF_A_GRID) {
            return AcSource.GRID;
        }
        return exported.isPresent() && found == AcSource.AUTO ? AcSource.GENERATOR : AcSource.AUTO;
    }
}
