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
package org.openhab.binding.selectronic.simulator.portal;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Somebody who may log in.
 *
 * @param zone chosen on the profile page; events and charts are in its time
 * @param owned systems of the account's own
 * @param installed systems that the account has installed for others
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record PortalAccount(String email, String password, ZoneId zone, List<PortalSystem> owned,
        List<PortalSystem> installed) {

    private static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");

    public PortalAccount {
        owned = List.copyOf(owned);
        installed = List.copyOf(installed);
    }

    /** An owner in Melbourne. */
    public static PortalAccount owner(String email, String password, PortalSystem... owned) {
        return new PortalAccount(email, password, MELBOURNE, List.of(owned), List.of());
    }

    /** An installer in Melbourne. */
    public static PortalAccount installer(String email, String password, List<PortalSystem> installed) {
        return new PortalAccount(email, password, MELBOURNE, List.of(), installed);
    }

    public PortalAccount withZone(ZoneId newZone) {
        return new PortalAccount(email, password, newZone, owned, installed);
    }

    public PortalAccount withInstalled(List<PortalSystem> newInstalled) {
        return new PortalAccount(email, password, zone, owned, newInstalled);
    }

    /** All systems, those of one's own first. */
    public Stream<PortalSystem> systems() {
        return Stream.concat(owned.stream(), installed.stream());
    }

    Optional<PortalSystem> system(String number) {
        return systems().filter(system -> system.number().equals(number)).findFirst();
    }
}
