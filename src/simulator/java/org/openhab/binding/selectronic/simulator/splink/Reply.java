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

import java.util.Arrays;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * What a device sends back.
 *
 * @param bytes none for silence
 * @param endSession whether the connection ends after them
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record Reply(byte[] bytes, boolean endSession) {
    public static final Reply SILENCE = new Reply(new byte[0], false);

    public static Reply of(byte... bytes) {
        return new Reply(bytes, false);
    }

    public static Reply of(Frame frame) {
        return of(frame.bytes());
    }

    public boolean isSilence() {
        return bytes.length == 0;
    }

    /** This and what follows. */
    public Reply then(Reply next) {
        byte[] both = Arrays.copyOf(bytes, bytes.length + next.bytes.length);
        System.arraycopy(next.bytes, 0, both, bytes.length, next.bytes.length);
        return new Reply(both, endSession || next.endSession);
    }
}
