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
package org.openhab.binding.selectronic.internal.splink.client;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.source.Credential;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.client.Exchange.Reply;
import org.openhab.binding.selectronic.internal.splink.wire.WordRange;
import org.openhab.binding.selectronic.internal.splink.wire.Words;
import org.openhab.binding.selectronic.internal.splink.wire.WriteFrame;

/**
 * Logs in to a unit by proving that the password is known.
 * <p>
 * A refusal stops all attempts until the owner changes something, so it must be certain. A refusal of the first attempt
 * is certain, unless this password was accepted before. Otherwise the answer may belong to an older challenge or to
 * another client of the unit, because the password was accepted before or an earlier attempt got no answer: then a
 * second refusal counts, or the third login in a row with one refusal among unanswered attempts.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Login {
    private static final WordRange CHALLENGE = new WordRange(WriteFrame.LOGIN, WriteFrame.LOGIN_BYTES / 2);
    private static final WordRange RESULT = new WordRange(0x1F0010, 1);
    private static final int ACCEPTED = 1;

    private final Exchange exchange;
    private final Password password;
    private final Credential credential;

    Login(Exchange exchange, Password password, Credential credential) {
        this.exchange = exchange;
        this.password = password;
        this.credential = credential;
    }

    /**
     * @throws SourceException if the unit does not accept the password
     * @throws SourceException if the unit does not answer, or if the link fails
     * @throws InterruptedException if the thread is interrupted
     */
    void perform() throws SourceException, InterruptedException {
        boolean heard = false;
        int refusals = 0;
        for (int tries = 0; tries < Exchange.TRIES; tries++) {
            Reply reply = exchange.ask(CHALLENGE);
            Words challenge = reply.words();
            if (challenge != null) {
                reply = exchange.ask(password.answer(challenge));
                if (reply.words() != null) {
                    reply = exchange.ask(RESULT);
                }
            }
            heard |= reply.heard();
            Words result = reply.words();
            if (result == null) {
                continue;
            }
            if (result.at(RESULT.address()) == ACCEPTED) {
                credential.accept();
                return;
            }
            refusals++;
            if (refusals == 2 || tries == 0 && !credential.wasAccepted()) {
                credential.refuse();
                throw new SourceException(Problem.PASSWORD_REFUSED);
            }
        }
        if (refusals > 0 && credential.doubt() >= Credential.DOUBTFUL_ATTEMPTS) {
            throw new SourceException(Problem.PASSWORD_REFUSED);
        }
        throw exchange.noAnswer(heard);
    }
}
