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
package org.openhab.binding.selectronic.internal.scenario.matrix;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.SimulatedUnit;
import org.openhab.binding.selectronic.simulator.log.HeaderFault;
import org.openhab.binding.selectronic.simulator.log.LogKind;
import org.openhab.binding.selectronic.simulator.log.LogRing;
import org.openhab.binding.selectronic.simulator.log.RecordFault;

/**
 * What goes wrong with what a unit has written down: in the detailed log, and in those of alerts and operations.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class LogTroubleList {
    /** The record that is spoiled. */
    static final int BACK = 10;
    private static final List<LogKind> KINDS = List.of(LogKind.DETAILED, LogKind.ALERTS, LogKind.OPERATIONS);
    private static final int SOME_OPERATION = 30;

    private LogTroubleList() {
    }

    static Stream<Trouble> all() {
        return Stream.concat(Stream.of(HeaderFault.values()).map(LogTroubleList::header),
                Stream.of(RecordFault.values()).map(LogTroubleList::record));
    }

    private static String label(Enum<?> fault) {
        return fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Trouble header(HeaderFault fault) {
        return Trouble.on(NativeRig.class, "log " + label(fault),
                (rig, phase) -> KINDS.forEach(kind -> ring(rig, kind).spoil(fault)),
                rig -> KINDS.forEach(kind -> ring(rig, kind).repair()), Map.of());
    }

    /** It stays spoiled: nobody repairs a record. */
    private static Trouble record(RecordFault fault) {
        return Trouble.on(NativeRig.class, "record " + label(fault), (rig, phase) -> {
            SimulatedUnit unit = rig.simulation().unit();
            for (int n = 0; n < 3; n++) {
                unit.operate(SOME_OPERATION);
            }
            ring(rig, LogKind.OPERATIONS).spoil(1, fault);
            LogRing detailed = ring(rig, LogKind.DETAILED);
            if (fault != RecordFault.NO_CODE && detailed.count() > BACK) {
                detailed.spoil(BACK, fault);
            }
        });
    }

    private static LogRing ring(NativeRig rig, LogKind kind) {
        return rig.simulation().unit().logs().ring(kind);
    }
}
