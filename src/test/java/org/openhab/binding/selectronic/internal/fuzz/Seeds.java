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
package org.openhab.binding.selectronic.internal.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * What a fuzzing test begins with: the recorded and published answers that other tests read, too. Inputs that were
 * found are files beside them, below {@code …FuzzTestInputs}.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Seeds {
    private Seeds() {
    }

    /**
     * @param folder a folder of test resources
     * @param names names of files in there
     * @return what they hold
     */
    public static Stream<byte[]> of(String folder, String... names) {
        return Arrays.stream(names).map(name -> bytes("/" + folder + "/" + name));
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = Seeds.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new AssertionError("there is no " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param words words of a memory
     * @return their bytes, low byte first
     */
    public static byte[] ofWords(int... words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int word : words) {
            bytes.write(word);
            bytes.write(word >> Byte.SIZE);
        }
        return bytes.toByteArray();
    }

    /**
     * @param bytes an input
     * @param number the number of a word in it
     * @return that word, low byte first; the mark of erased memory behind its end
     */
    public static int word(byte[] bytes, int number) {
        int at = 2 * number;
        return at >= 0 && at + 1 < bytes.length ? bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << Byte.SIZE : 0xFFFF;
    }
}
