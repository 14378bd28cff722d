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
package org.openhab.binding.selectronic.internal.splink;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.openhab.binding.selectronic.internal.splink.wire.Request;
import org.openhab.binding.selectronic.internal.splink.wire.WordRange;
import org.openhab.binding.selectronic.internal.splink.wire.WriteFrame;

/**
 * Proves from the compiled classes that the binding can write nothing to an inverter but the answer to a login
 * challenge and a good-bye: only one class has the letter that begins a write, it can be made by two methods only, and
 * only what it makes and queries get to a link.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class ReadOnlyTest {
    /** Where the classes under test are, which differs between the builds. */
    private static final Path CLASSES = classes();

    private static final String ROOMS = "org/openhab/binding/selectronic/internal/splink/";
    private static final String WIRE = ROOMS + "wire/";
    private static final int WRITE = 'W';

    /** Who does what, as "class what". */
    private final Set<String> found = new TreeSet<>();

    private final class Finder extends ClassVisitor {
        private String name = "";
        private String method = "";

        Finder() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(int version, int access, @Nullable String name, @Nullable String signature,
                @Nullable String superName, String @Nullable [] interfaces) {
            this.name = String.valueOf(name).replace(ROOMS, "");
        }

        @Override
        public MethodVisitor visitMethod(int access, @Nullable String method, @Nullable String descriptor,
                @Nullable String signature, String @Nullable [] exceptions) {
            this.method = String.valueOf(method);
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitIntInsn(int opcode, int operand) {
                    if (opcode != Opcodes.NEWARRAY && operand == WRITE) {
                        found.add(name + " letter");
                    }
                }

                @Override
                public void visitLdcInsn(@Nullable Object constant) {
                    if (Integer.valueOf(WRITE).equals(constant)) {
                        found.add(name + " letter");
                    }
                }

                @Override
                public void visitMethodInsn(int opcode, @Nullable String owner, @Nullable String called,
                        @Nullable String descriptor, boolean isInterface) {
                    note(String.valueOf(owner), String.valueOf(called));
                }

                @Override
                @NonNullByDefault({})
                public void visitInvokeDynamicInsn(String dynamic, String descriptor, Handle bootstrap,
                        Object... arguments) {
                    for (Object argument : arguments) {
                        if (argument instanceof Handle handle) {
                            note(handle.getOwner(), handle.getName());
                        }
                    }
                }
            };
        }

        private void note(String owner, String called) {
            if ((WIRE + "WriteFrame").equals(owner) && !"bytes".equals(called)) {
                found.add(name + " WriteFrame." + called);
            } else if (owner.startsWith(ROOMS) && owner.endsWith("Link") && "write".equals(called)) {
                found.add(name + "." + method + " write to " + owner.replace(ROOMS, ""));
            } else if ("java/io/OutputStream".equals(owner) && "write".equals(called)) {
                found.add(name + " write to a stream");
            }
        }
    }

    private static Path classes() {
        try {
            return Path.of(SpLinkSources.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private void look(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES.resolve(folder))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
                new ClassReader(Files.readAllBytes(file)).accept(new Finder(), ClassReader.SKIP_FRAMES);
            }
        }
    }

    @Test
    void oneClassKnowsTheLetterOfAWrite() throws IOException {
        look(ROOMS);
        found.removeIf(each -> !each.endsWith(" letter"));

        assertThat(found, contains("wire/WriteFrame letter"));
    }

    @Test
    void itMakesTwoKindsOfFramesAndNothingElse() {
        assertThat(Modifier.isFinal(WriteFrame.class.getModifiers()), is(true));
        assertThat(Stream.of(WriteFrame.class.getDeclaredConstructors()).map(Constructor::getModifiers).toList(),
                everyItem(is(Modifier.PRIVATE)));
        assertThat(Stream.of(WriteFrame.class.getDeclaredMethods())
                .filter(method -> method.getReturnType() == WriteFrame.class).map(Method::toGenericString).toList(),
                containsInAnyOrder(
                        "public static " + WriteFrame.class.getName() + " " + WriteFrame.class.getName()
                                + ".loginAnswer(byte[])",
                        "public static " + WriteFrame.class.getName() + " " + WriteFrame.class.getName()
                                + ".goodBye(int)"));
    }

    @Test
    void eachKindIsMadeInOnePlace() throws IOException {
        look("org/openhab/binding/selectronic");
        found.removeIf(each -> !each.contains("WriteFrame.") || each.startsWith("wire/"));

        assertThat(found, contains("client/Password WriteFrame.loginAnswer", "client/SpLinkClient WriteFrame.goodBye"));
    }

    @Test
    void onlyARequestCanBeSent() throws IOException {
        assertThat(Stream.of(Request.class.getPermittedSubclasses()).toList(),
                containsInAnyOrder(WordRange.class, WriteFrame.class));
        assertThat(Modifier.isFinal(WordRange.class.getModifiers()), is(true));

        look(ROOMS);
        found.removeIf(each -> !each.contains("Link") || !each.contains(" write to ") || each.startsWith("link/"));
        assertThat("who writes to a link; the link that detects its speed passes on what is written to it", found,
                containsInAnyOrder("client/AutoSpeedLink.write write to link/Link",
                        "client/Exchange.ask write to link/Link"));
    }
}
