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
package org.openhab.binding.selectronic.internal.packaging;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.objectweb.asm.Opcodes.ACC_ABSTRACT;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACONST_NULL;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.H_INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEINTERFACE;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.LCONST_0;
import static org.objectweb.asm.Opcodes.NEW;
import static org.objectweb.asm.Opcodes.POP;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;
import org.openhab.binding.selectronic.internal.openhab.BaseThingHandlerTest;

/**
 * The check of the jar can fail: made-up classes with one fault each.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class LinkageCheckerTest {
    private static final String CORE = "org/openhab/core/";
    private static final String DISCOVERY = CORE + "config/discovery/AbstractDiscoveryService";
    private static final String HANDLER = CORE + "thing/binding/BaseThingHandler";
    private static final String OBJECT = "java/lang/Object";

    private final RecordedApi current = RecordedApi.read(RecordedApi.CURRENT);

    private static byte[] type(String name, int flags, String superName, List<String> interfaces,
            Consumer<ClassWriter> content) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(V17, flags, name, null, superName, interfaces.toArray(String[]::new));
        content.accept(writer);
        writer.visitEnd();
        return writer.toByteArray();
    }

    /** An abstract class, which need not implement anything, with one method. */
    private static byte[] heir(String superName, Consumer<MethodVisitor> code) {
        return type("our/Heir", ACC_PUBLIC | ACC_ABSTRACT, superName, List.of(),
                writer -> method(writer, "work", "()V", code));
    }

    private static void method(ClassWriter writer, String name, String descriptor, Consumer<MethodVisitor> code) {
        MethodVisitor method = writer.visitMethod(ACC_PUBLIC, name, descriptor, null, null);
        method.visitCode();
        code.accept(method);
        method.visitInsn(RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    private Set<String> problems(byte[]... classes) {
        return LinkageChecker.check(List.of(classes), current).problems();
    }

    /** Calls {@code removeOlderResults}, which takes milliseconds no more. */
    private static Consumer<MethodVisitor> removal(String owner, int argument, String descriptor) {
        return code -> {
            code.visitVarInsn(ALOAD, 0);
            code.visitInsn(argument);
            code.visitMethodInsn(INVOKEVIRTUAL, owner, "removeOlderResults", descriptor, false);
        };
    }

    @Test
    void aMethodWithAnotherDescriptorIsNotFound() {
        assertThat(problems(heir(DISCOVERY, removal(DISCOVERY, ACONST_NULL, "(Ljava/time/Instant;)V"))), is(empty()));
        assertThat(problems(heir(DISCOVERY, removal(DISCOVERY, LCONST_0, "(J)V"))),
                contains("our.Heir.work needs org.openhab.core.config.discovery.AbstractDiscoveryService"
                        + ".removeOlderResults (J)V, which does not exist"));
    }

    @Test
    void aCallThroughAClassOfOursIsFollowedUpwards() {
        byte[] middle = type("our/Middle", ACC_PUBLIC | ACC_ABSTRACT, DISCOVERY, List.of(), writer -> {
        });
        byte[] caller = heir("our/Middle", removal("our/Heir", ACONST_NULL, "(Ljava/time/Instant;)V").andThen(code -> {
            code.visitVarInsn(ALOAD, 0);
            code.visitMethodInsn(INVOKEVIRTUAL, "our/Heir", "hashCode", "()I", false);
            code.visitInsn(POP);
        }));
        byte[] wrong = heir("our/Middle", removal("our/Heir", LCONST_0, "(J)V"));
        assertThat(problems(middle, caller), is(empty()));
        assertThat(problems(middle, wrong), contains(containsString("our.Heir.removeOlderResults (J)V")));
    }

    @Test
    void anUnknownTypeOfAKnownPackageIsAFault() {
        byte[] maker = heir(OBJECT, code -> {
            code.visitTypeInsn(NEW, CORE + "thing/NoSuchThing");
            code.visitInsn(POP);
        });
        assertThat(problems(maker),
                contains("our.Heir.work needs org.openhab.core.thing.NoSuchThing, which does not exist"));
    }

    @Test
    void anUnknownPackageIsReportedAsNotRecorded() {
        byte[] maker = heir(OBJECT, code -> {
            code.visitTypeInsn(NEW, CORE + "somewhere/Else");
            code.visitInsn(POP);
        });
        LinkageChecker.Result result = LinkageChecker.check(List.of(maker), current);
        assertThat(result.problems(), is(empty()));
        assertThat(result.notRecorded(), contains("org.openhab.core.somewhere.Else"));
    }

    @Test
    void anUnknownEnumerationConstantIsAFault() {
        byte[] user = heir(OBJECT, code -> {
            code.visitFieldInsn(GETSTATIC, CORE + "thing/ThingStatus", "ONLINE", "L" + CORE + "thing/ThingStatus;");
            code.visitInsn(POP);
            code.visitFieldInsn(GETSTATIC, CORE + "thing/ThingStatus", "ASLEEP", "L" + CORE + "thing/ThingStatus;");
            code.visitInsn(POP);
        });
        assertThat(problems(user), contains(containsString("ThingStatus.ASLEEP")));
    }

    @Test
    void protectedMembersAreForHeirsOnly() {
        Consumer<MethodVisitor> call = code -> {
            code.visitVarInsn(ALOAD, 0);
            code.visitMethodInsn(INVOKEVIRTUAL, HANDLER, "getBridge", "()L" + CORE + "thing/Bridge;", false);
            code.visitInsn(POP);
        };
        assertThat(problems(heir(HANDLER, call)), is(empty()));
        assertThat(problems(heir(OBJECT, call)), contains(containsString("our.Heir.work may not use")));
    }

    @Test
    void staticInterfaceAndAbstractAreNotMixedUp() {
        byte[] user = heir(OBJECT, code -> {
            code.visitMethodInsn(INVOKESTATIC, CORE + "library/types/OnOffType", "toFullString", "()Ljava/lang/String;",
                    false);
            code.visitInsn(POP);
            code.visitVarInsn(ALOAD, 0);
            code.visitMethodInsn(INVOKEINTERFACE, CORE + "thing/ThingUID", "getId", "()Ljava/lang/String;", true);
            code.visitInsn(POP);
            code.visitTypeInsn(NEW, DISCOVERY);
            code.visitInsn(POP);
        });
        assertThat(problems(user), containsInAnyOrder(containsString("wrong about it being static"),
                containsString("takes the owner for a class or an interface"), containsString("makes an object of")));
    }

    @Test
    void aConstructorIsNotInherited() {
        byte[] user = heir(OBJECT, code -> {
            code.visitTypeInsn(NEW, CORE + "library/types/PercentType");
            code.visitMethodInsn(INVOKESPECIAL, CORE + "library/types/PercentType", "<init>", "(Ljava/lang/Number;)V",
                    false);
        });
        assertThat(problems(user), contains(containsString("constructor of another class")));
    }

    @Test
    void promisesOfInterfacesAreKept() {
        assertThat(problems(listener("Ljava/time/Instant;")), is(empty()));
        assertThat(problems(listener("J")), contains(containsString("our.Listener does not implement")));
    }

    /** Implements {@code DiscoveryListener}, whose {@code removeOlderResults} takes milliseconds no more. */
    private static byte[] listener(String time) {
        String listener = CORE + "config/discovery/DiscoveryListener";
        return type("our/Listener", ACC_PUBLIC, OBJECT, List.of(listener), writer -> {
            method(writer, "thingDiscovered",
                    "(L" + CORE + "config/discovery/DiscoveryService;L" + CORE + "config/discovery/DiscoveryResult;)V",
                    code -> {
                    });
            method(writer, "thingRemoved",
                    "(L" + CORE + "config/discovery/DiscoveryService;L" + CORE + "thing/ThingUID;)V", code -> {
                    });
            method(writer, "removeOlderResults", "(L" + CORE + "config/discovery/DiscoveryService;" + time
                    + "Ljava/util/Collection;L" + CORE + "thing/ThingUID;)Ljava/util/Collection;", code -> {
                    });
        });
    }

    @Test
    void promisesOfAbstractClassesAreKept() {
        byte[] nothing = type("our/Service", ACC_PUBLIC, DISCOVERY, List.of(), writer -> {
        });
        assertThat(problems(nothing), contains("our.Service does not implement "
                + "org.openhab.core.config.discovery.AbstractDiscoveryService.startScan()V"));
    }

    @Test
    void aFinalClassHasNoHeirs() {
        assertThat(problems(heir(CORE + "library/unit/Units", code -> {
        })), contains(containsString("which is final")));
    }

    @Test
    void aLambdaKeepsThePromiseOfItsInterface() {
        Handle factory = new Handle(H_INVOKESTATIC, "java/lang/invoke/LambdaMetafactory", "metafactory",
                "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
                        + "Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;Ljava/lang/invoke/MethodType;)"
                        + "Ljava/lang/invoke/CallSite;",
                false);
        Handle body = new Handle(H_INVOKESTATIC, "java/util/Locale", "getDefault", "()Ljava/util/Locale;", false);
        String provider = "()L" + CORE + "i18n/LocaleProvider;";
        for (String name : List.of("getLocale", "getLanguage")) {
            byte[] maker = heir(OBJECT, code -> {
                code.visitInvokeDynamicInsn(name, provider, factory, Type.getMethodType("()Ljava/util/Locale;"), body,
                        Type.getMethodType("()Ljava/util/Locale;"));
                code.visitInsn(POP);
            });
            assertThat(name, problems(maker).isEmpty(), is("getLocale".equals(name)));
        }
    }

    @Test
    void annotationsHaveTheElementsThatAreGivenAValue() {
        byte[] annotated = type("our/Actions", ACC_PUBLIC, OBJECT, List.of(), writer -> {
            MethodVisitor method = writer.visitMethod(ACC_PUBLIC, "act", "()V", null, null);
            annotate(method, "label");
            annotate(method, "colour");
            method.visitCode();
            method.visitInsn(RETURN);
            method.visitMaxs(0, 0);
            method.visitEnd();
        });
        assertThat(problems(annotated), contains(containsString("RuleAction.colour")));
    }

    private static void annotate(MethodVisitor method, String element) {
        var annotation = method.visitAnnotation("L" + CORE + "automation/annotation/RuleAction;", true);
        annotation.visit(element, "text");
        annotation.visitEnd();
    }

    @Test
    void codeFromTheCompilerPasses() throws IOException {
        List<byte[]> compiled = new ArrayList<>();
        URI tests = URI
                .create(BaseThingHandlerTest.class.getProtectionDomain().getCodeSource().getLocation().toString());
        try (Stream<Path> files = Files
                .list(Path.of(tests).resolve(BaseThingHandlerTest.class.getPackageName().replace('.', '/')))) {
            for (Path file : files.toList()) {
                compiled.add(Files.readAllBytes(file));
            }
        }
        LinkageChecker.Result result = LinkageChecker.check(compiled, current);
        assertThat(result.problems(), is(empty()));
        assertThat(result.notRecorded(), is(empty()));
    }

    @Test
    void theRecordKnowsItsMembers() {
        @Nullable
        ApiType uid = current.type(CORE + "thing/ThingUID");
        assertThat(uid != null && uid.member("getBridgeIds", "()Ljava/util/List;") != null, is(true));
        assertThat(current.hasPackageOf(CORE + "thing/ThingUID"), is(true));
    }
}
