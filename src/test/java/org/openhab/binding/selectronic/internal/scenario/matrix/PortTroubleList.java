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

import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.memory.UnitScales;
import org.openhab.binding.selectronic.simulator.splink.LoggedOut;
import org.openhab.binding.selectronic.simulator.splink.PortFault;
import org.openhab.binding.selectronic.simulator.splink.PortFaults;

/**
 * What goes wrong with a unit's port, with what is between it and us, and with who else is there.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class PortTroubleList {
    private static final byte[] STRAY = { 0x55, 0x00, (byte) 0xFF };

    private PortTroubleList() {
    }

    static Stream<Trouble> all() {
        return Stream.concat(answers(), state());
    }

    /** Each of the simulator's port faults under the name that it has there. */
    private static Stream<Trouble> answers() {
        return Stream.of(answer("silence", PortFaults::silence), answer("header-crc", PortFaults::headerCrc),
                answer("data-crc", PortFaults::dataCrc), answer("flip", () -> PortFaults.flip(43)),
                answer("other-address", PortFaults::otherAddress), answer("other-length", PortFaults::otherLength),
                answer("other-kind", PortFaults::otherKind), answer("member", PortFaults::member),
                answer("twice", PortFaults::twice), answer("stale-first", PortFaults::staleFirst),
                answer("stale", PortFaults::stale), answer("bytes", () -> PortFaults.bytes(STRAY)),
                answer("noise", () -> PortFaults.noise(STRAY)), answer("cut", () -> PortFaults.cut(9)),
                answer("hang-up", () -> PortFaults.hangUp(9)), answer("zeroed-header", PortFaults::zeroedHeader),
                answer("words", PortFaults::words));
    }

    private static Trouble answer(String name, Supplier<PortFault> fault) {
        return Trouble.on(NativeRig.class, "port " + name,
                (rig, phase) -> rig.port().inject(Objects.requireNonNull(fault.get())));
    }

    private static Stream<Trouble> state() {
        return Stream.of(
                Trouble.on(NativeRig.class, "logged-out silent", (rig, phase) -> logOut(rig, LoggedOut.SILENT)),
                Trouble.on(NativeRig.class, "logged-out bad-crc", (rig, phase) -> logOut(rig, LoggedOut.BAD_CRC)),
                Trouble.on(NativeRig.class, "wrong-password", (rig, phase) -> {
                    rig.port().setLoginsRefused(true);
                    rig.port().logOut();
                }, rig -> rig.port().setLoginsRefused(false), Map.of("refreshInterval", 11)),
                Trouble.on(NativeRig.class, "member-of-powerchain", (rig, phase) -> rig.port().setMember(true),
                        rig -> rig.port().setMember(false), Map.of()),
                Trouble.on(NativeRig.class, "unit-restart",
                        (rig, phase) -> rig.simulation().unit().restart(UnitScales.A)),
                Trouble.on(SerialRig.class, "port-taken", (rig, phase) -> rig.takeByStranger()),
                Trouble.on(NetworkRig.class, "adapter-taken", (rig, phase) -> rig.takeByStranger()),
                Trouble.on(NetworkRig.class, "adapter-leftovers", (rig, phase) -> rig.adapter().leaveUnread(STRAY)));
    }

    private static void logOut(NativeRig rig, LoggedOut behaviour) {
        rig.port().setLoggedOut(behaviour);
        rig.port().logOut();
    }
}
