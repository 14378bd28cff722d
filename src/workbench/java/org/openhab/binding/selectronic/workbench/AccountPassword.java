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
package org.openhab.binding.selectronic.workbench;

import java.io.Console;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.workbench.screen.Texts;

/**
 * The password of the owner's account at select.live: from the environment, or from the owner at the terminal, who does
 * not see it there. It is never an option, since other users of the machine see those, and it is never printed.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class AccountPassword {
    /** The variable of the environment. */
    static final String VARIABLE = "SELECTRONIC_PASSWORD";

    private final Map<String, String> environment;
    private final Function<String, char @Nullable []> terminal;
    private final Texts texts;

    /**
     * @param environment variables
     * @param terminal shows a question and reads the answer without echo; null if nobody can be asked
     * @param texts the texts of the workbench
     */
    AccountPassword(Map<String, String> environment, Function<String, char @Nullable []> terminal, Texts texts) {
        this.environment = environment;
        this.terminal = terminal;
        this.texts = texts;
    }

    /**
     * @param texts the texts of the workbench
     * @return the password from the environment and the terminal of this program
     */
    static AccountPassword ofOwner(Texts texts) {
        Console console = System.console();
        return new AccountPassword(System.getenv(),
                question -> console == null ? null : console.readPassword("%s", question), texts);
    }

    /**
     * @param email the account
     * @return its password
     * @throws UsageException if there is none to be had
     */
    String of(String email) throws UsageException {
        String reported = environment.getOrDefault(VARIABLE, "");
        if (!reported.isEmpty()) {
            return reported;
        }
        char[] typed = terminal.apply(texts.of("password", email));
        if (typed == null || typed.length == 0) {
            throw new UsageException("no-password", VARIABLE);
        }
        String password = String.valueOf(typed);
        Arrays.fill(typed, ' ');
        return password;
    }
}
