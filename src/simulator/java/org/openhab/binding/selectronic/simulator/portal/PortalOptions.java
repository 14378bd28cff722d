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

import java.time.Duration;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * How a simulated portal behaves.
 *
 * @param port to listen on, 0 for any free one
 * @param https whether it speaks TLS with a certificate of its own
 * @param sessions the life of sessions
 * @param landing where a good login leads: {@code /systems} or {@code /dashboard}
 * @param foreignStatus status for a system of somebody else: 404 or 403
 * @param installerListRefused whether the list for installers is refused to who has installed nothing; else it is empty
 * @param numbers how the list of systems writes their numbers
 * @param refresh how often live values change, at least every 5 s
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record PortalOptions(int port, boolean https, SessionRules sessions, String landing, int foreignStatus,
        boolean installerListRefused, NumberForm numbers, Duration refresh) {

    /** HTTPS on any free port. */
    public static final PortalOptions DEFAULT = new PortalOptions(0, true, SessionRules.DEFAULT, "/systems", 404, false,
            NumberForm.TEXT, Duration.ofSeconds(5));

    public PortalOptions withPort(int newPort) {
        return new PortalOptions(newPort, https, sessions, landing, foreignStatus, installerListRefused, numbers,
                refresh);
    }

    public PortalOptions withPlainHttp() {
        return new PortalOptions(port, false, sessions, landing, foreignStatus, installerListRefused, numbers, refresh);
    }

    public PortalOptions withSessions(SessionRules newSessions) {
        return new PortalOptions(port, https, newSessions, landing, foreignStatus, installerListRefused, numbers,
                refresh);
    }

    public PortalOptions withLanding(String newLanding) {
        return new PortalOptions(port, https, sessions, newLanding, foreignStatus, installerListRefused, numbers,
                refresh);
    }

    public PortalOptions withForeignStatus(int newStatus) {
        return new PortalOptions(port, https, sessions, landing, newStatus, installerListRefused, numbers, refresh);
    }

    public PortalOptions withInstallerListRefused() {
        return new PortalOptions(port, https, sessions, landing, foreignStatus, true, numbers, refresh);
    }

    public PortalOptions withNumbers(NumberForm newNumbers) {
        return new PortalOptions(port, https, sessions, landing, foreignStatus, installerListRefused, newNumbers,
                refresh);
    }

    public PortalOptions withRefresh(Duration newRefresh) {
        return new PortalOptions(port, https, sessions, landing, foreignStatus, installerListRefused, numbers,
                newRefresh);
    }
}
