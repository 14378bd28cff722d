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
package org.openhab.binding.selectronic.simulator.splink;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * How a port of a unit is set.
 *
 * @param password of the login
 * @param number 1 or 2
 * @param loginNeeded false for a unit whose factory option switches the login off
 * @param answersBeforeLogin whether reads without a login are answered all the same, as older units do
 * @param loggedOut what reads without a login get
 * @param member whether the unit is a member of a Powerchain system, which sends clients to the manager of phase 1
 * @param seed of the challenges
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record PortOptions(String password, int number, boolean loginNeeded, boolean answersBeforeLogin,
        LoggedOut loggedOut, boolean member, long seed) {

    /** As the factory sets port 1. */
    public static final PortOptions DEFAULT = new PortOptions("Selectronic SP PRO", 1, true, false, LoggedOut.SILENT,
            false, 1);

    public PortOptions {
        if (number != 1 && number != 2) {
            throw new IllegalArgumentException("a unit has ports 1 and 2, not " + number);
        }
    }

    public PortOptions withPassword(String newPassword) {
        return new PortOptions(newPassword, number, loginNeeded, answersBeforeLogin, loggedOut, member, seed);
    }

    public PortOptions withNumber(int newNumber) {
        return new PortOptions(password, newNumber, loginNeeded, answersBeforeLogin, loggedOut, member, seed);
    }

    public PortOptions withoutLogin() {
        return new PortOptions(password, number, false, answersBeforeLogin, loggedOut, member, seed);
    }

    public PortOptions withAnswersBeforeLogin() {
        return new PortOptions(password, number, loginNeeded, true, loggedOut, member, seed);
    }

    public PortOptions withLoggedOut(LoggedOut behaviour) {
        return new PortOptions(password, number, loginNeeded, answersBeforeLogin, behaviour, member, seed);
    }

    public PortOptions asMember() {
        return new PortOptions(password, number, loginNeeded, answersBeforeLogin, loggedOut, true, seed);
    }

    public PortOptions withSeed(long newSeed) {
        return new PortOptions(password, number, loginNeeded, answersBeforeLogin, loggedOut, member, newSeed);
    }
}
