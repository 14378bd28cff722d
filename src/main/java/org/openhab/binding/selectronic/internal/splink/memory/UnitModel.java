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
package org.openhab.binding.selectronic.internal.splink.memory;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The models of the SP PRO. The ordinal is the code.
 * <p>
 * Source: P and L agree on names and cells; ratings are from the vendor's data sheets of both series.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public enum UnitModel {
    SPMC482(48, 6000, 7500),
    SPMC481(48, 4000, 5000),
    SPMC241(24, 3500, 4500),
    SPLC1202(120, 20_000, 20_000),
    SPMC1201(120, 6000, 7500),
    SPMC240(24, 2500, 3000),
    SPLC1201(120, 15_000, 18_000),
    SPLC1200(120, 15_000, 15_000),
    SPMC480(48, 2500, 3500);

    private static final Map<String, UnitModel> BY_NAME = Stream.of(values())
            .collect(Collectors.toMap(UnitModel::name, model -> model));
    /** The first hardware revision of the current series. */
    private static final int PRESENT_SERIES = 11;
    private static final int CODE = 0xFF;
    private static final int VOLTS_PER_CELL = 2;

    private final int volts;
    private final int firstSeries;
    private final int presentSeries;

    UnitModel(int volts, int firstSeries, int presentSeries) {
        this.volts = volts;
        this.firstSeries = firstSeries;
        this.presentSeries = presentSeries;
    }

    /**
     * @param word the word for the model; only its low byte is the code
     * @return the model, empty for an unknown code or no word
     */
    static Optional<UnitModel> of(int word) {
        return word >= 0 && (word & CODE) < values().length ? Optional.of(values()[word & CODE]) : Optional.empty();
    }

    /**
     * @param word the word for the model; only its low byte is the code
     * @return the name of the model, the code itself if it is unknown
     */
    static String named(int word) {
        return of(word).map(UnitModel::name).orElseGet(() -> Integer.toString(word & CODE));
    }

    /**
     * @param name the name of a model
     * @return the model, empty for any other name
     */
    public static Optional<UnitModel> named(@Nullable String name) {
        return name == null ? Optional.empty() : Optional.ofNullable(BY_NAME.get(name));
    }

    /** @return the nominal voltage of the battery, in volts */
    public int volts() {
        return volts;
    }

    /** Returns the number of cells of the battery, by which the unit scales settings of voltages. */
    int cells() {
        return volts / VOLTS_PER_CELL;
    }

    /**
     * @param revision the hardware revision of a unit
     * @return its rated power in watts
     */
    public int watts(int revision) {
        return revision < PRESENT_SERIES ? firstSeries : presentSeries;
    }

    /** @return the rated power of the strongest series in watts */
    public int mostWatts() {
        return Math.max(firstSeries, presentSeries);
    }
}
