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
package org.openhab.binding.selectronic.internal.architecture;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.objectweb.asm.Opcodes.ACC_ABSTRACT;
import static org.objectweb.asm.Opcodes.ACC_ANNOTATION;
import static org.objectweb.asm.Opcodes.ACC_BRIDGE;
import static org.objectweb.asm.Opcodes.ACC_ENUM;
import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_INTERFACE;
import static org.objectweb.asm.Opcodes.ACC_PROTECTED;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_RECORD;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_VARARGS;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.packaging.ApiType;
import org.openhab.binding.selectronic.internal.packaging.ApiType.Member;
import org.openhab.binding.selectronic.internal.packaging.RecordedApi;
import org.openhab.core.thing.Thing;

/**
 * The slice of openHAB's API that the build compiles against offers nothing but what openHAB offers, in the same form.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class SliceTest {
    /** Where openHAB's classes come from; a jar if it is openHAB itself. */
    private static final URI ORIGIN = URI
            .create(Thing.class.getProtectionDomain().getCodeSource().getLocation().toString());
    private static final Path SLICE = Path.of(ORIGIN).resolve(Path.of("org", "openhab", "core"));

    private static final int TYPE_FLAGS = ACC_PUBLIC | ACC_PROTECTED | ACC_STATIC | ACC_FINAL | ACC_INTERFACE
            | ACC_ABSTRACT | ACC_ANNOTATION | ACC_ENUM | ACC_RECORD;
    private static final int FIELD_FLAGS = ACC_PUBLIC | ACC_PROTECTED | ACC_STATIC | ACC_FINAL | ACC_ENUM;
    private static final int METHOD_FLAGS = ACC_PUBLIC | ACC_PROTECTED | ACC_STATIC | ACC_FINAL | ACC_ABSTRACT
            | ACC_BRIDGE | ACC_VARARGS;

    /** Implemented by openHAB alone, so the slice may leave out what it does not need. */
    private static final Set<String> NOT_FOR_OTHERS = Set.of("org/openhab/core/thing/Thing",
            "org/openhab/core/config/discovery/DiscoveryResult", "org/openhab/core/automation/annotation/RuleAction");

    private final RecordedApi openHab = RecordedApi.read(RecordedApi.CURRENT);
    private final Set<String> differences = new TreeSet<>();

    @BeforeEach
    void theSliceIsThere() {
        assumeTrue(Files.isDirectory(SLICE), "openHAB's own artifacts are used: there is no slice to look at");
    }

    @Test
    void everythingIsAsInOpenHab() throws IOException {
        for (ApiType type : slice()) {
            ApiType original = openHab.type(type.name());
            if (original == null) {
                differences.add(type.name() + " does not exist");
                continue;
            }
            compare(type.name(), "flags", type.flags() & TYPE_FLAGS, original.flags() & TYPE_FLAGS);
            compare(type.name(), "super class", type.superName(), original.superName());
            compare(type.name(), "interfaces", type.interfaces(), original.interfaces());
            compare(type.name(), "signature", type.signature(), original.signature());
            type.members().values().stream().filter(SliceTest::isOpen)
                    .forEach(member -> compare(type, member, original));
        }
        assertThat(differences, is(empty()));
    }

    @Test
    void whatOthersImplementIsComplete() throws IOException {
        for (ApiType type : slice()) {
            ApiType original = openHab.type(type.name());
            if (original != null && !NOT_FOR_OTHERS.contains(type.name())) {
                original.members().values().stream().filter(member -> member.is(ACC_ABSTRACT) || member.is(ACC_ENUM))
                        .filter(member -> type.member(member.name(), member.descriptor()) == null)
                        .forEach(member -> differences.add(type.name() + "." + member + " is missing"));
            }
        }
        assertThat(differences, is(empty()));
    }

    private static List<ApiType> slice() throws IOException {
        List<ApiType> types = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SLICE)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
                ApiType type = ApiType.of(Files.readAllBytes(file));
                if ((type.is(ACC_PUBLIC) || type.is(ACC_PROTECTED)) && !type.name().contains("/internal/")) {
                    types.add(type);
                }
            }
        }
        return types;
    }

    private static boolean isOpen(Member member) {
        return member.is(ACC_PUBLIC) || member.is(ACC_PROTECTED);
    }

    private void compare(ApiType type, Member member, ApiType original) {
        Member recorded = original.member(member.name(), member.descriptor());
        String name = type.name() + "." + member;
        if (recorded == null) {
            differences.add(name + " does not exist");
            return;
        }
        int flags = member.isMethod() ? METHOD_FLAGS : FIELD_FLAGS;
        if (member.is(ACC_BRIDGE)) {
            flags &= ~ACC_VARARGS; // a matter of the compiler's version
        }
        compare(name, "flags", member.flags() & flags, recorded.flags() & flags);
        compare(name, "signature", member.signature(), recorded.signature());
        compare(name, "exceptions", member.exceptions(), recorded.exceptions());
        compare(name, "constant", member.constant(), recorded.constant());
    }

    private void compare(String name, String what, @Nullable Object ours, @Nullable Object theirs) {
        if (!String.valueOf(ours).equals(String.valueOf(theirs))) {
            differences.add(name + ": " + what + " " + ours + " instead of " + theirs);
        }
    }
}
