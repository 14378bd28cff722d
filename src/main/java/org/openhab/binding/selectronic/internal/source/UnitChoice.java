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

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.SerialNumber;

/**
 * Selects one of the units of a connection: the one with the given id, else the one with the given serial number, else
 * the only one, even if it does not report its serial number. Never guesses: if a unit was replaced or several match,
 * the available units are reported to the owner.
 *
 * @param id the connection's id of the unit, null or blank if not given
 * @param serialNumber the serial number in any form, null or blank if not given
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record UnitChoice(@Nullable String id, @Nullable String serialNumber) {
    /** Limit of names in a text: the account of an installer may have hundreds of units. */
    private static final int MOST_NAMES = 10;

    /**
     * @param units the available units
     * @return the selected unit
     * @throws SourceException if there is no unit at all
     * @throws SourceException if the selected unit is not available, or if several match
     */
    public Unit among(List<Unit> units) throws SourceException {
        if (units.isEmpty()) {
            throw new SourceException(Problem.NO_UNITS);
        }
        String id = this.id;
        String serialNumber = this.serialNumber;
        if (id != null && !id.isBlank()) {
            boolean exact = units.stream().anyMatch(unit -> unit.id().equals(id.strip()));
            return only(units, id,
                    unit -> exact ? unit.id().equals(id.strip()) : unit.id().equalsIgnoreCase(id.strip()));
        }
        boolean anonymous = units.size() == 1 && units.get(0).identity().serialNumber() == null;
        if (serialNumber != null && !serialNumber.isBlank() && !anonymous) {
            String normal = SerialNumber.normal(serialNumber);
            return only(units, serialNumber, unit -> normal != null && normal.equals(unit.identity().serialNumber()));
        }
        if (units.size() > 1) {
            throw new SourceException(Problem.SEVERAL_UNITS, names(units));
        }
        return units.get(0);
    }

    private static Unit only(List<Unit> units, String wanted, Predicate<Unit> meant) throws SourceException {
        List<Unit> found = units.stream().filter(meant).distinct().toList();
        if (found.isEmpty()) {
            throw new SourceException(Problem.UNKNOWN_UNIT, wanted.strip(), names(units));
        }
        Unit first = found.get(0);
        // units with the same id cannot be distinguished by the device that is asked for it
        List<Unit> claims = found.size() > 1 ? found
                : units.stream().filter(unit -> unit.id().equals(first.id())).distinct().toList();
        if (claims.size() > 1) {
            throw new SourceException(Problem.CLAIMED_TWICE, wanted.strip(), names(claims));
        }
        return first;
    }

    /**
     * @param units the available units
     * @return the conflict if several units have the same serial number or id, empty otherwise
     */
    public static Optional<SourceException> conflict(List<Unit> units) {
        for (Unit unit : units) {
            List<Unit> claims = units.stream()
                    .filter(other -> other.id().equals(unit.id()) || unit.identity().serialNumber() != null
                            && Objects.equals(other.identity().serialNumber(), unit.identity().serialNumber()))
                    .distinct().toList();
            if (claims.size() > 1) {
                return Optional.of(new SourceException(Problem.CLAIMED_TWICE, unit.name(), names(claims)));
            }
        }
        return Optional.empty();
    }

    /** Lists serial numbers, with ids where these are the same. */
    private static String names(List<Unit> units) {
        boolean unique = units.stream().map(Unit::name).distinct().count() == units.size();
        return few(units.stream().map(unit -> unique ? unit.name() : unit.id() + " (" + unit.name() + ")").toList());
    }

    /**
     * @param names what units are called
     * @return the first of them, for the owner to read
     */
    public static String few(Collection<String> names) {
        return names.stream().limit(MOST_NAMES)
                .collect(Collectors.joining(" / ", "", names.size() > MOST_NAMES ? " …" : ""));
    }
}
