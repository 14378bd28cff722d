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

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What is known of a class without loading it: its place in the hierarchy and its members, named as in byte code.
 *
 * @param flags access flags; those of a nested class are the ones of its declaration
 * @param members by name and descriptor
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record ApiType(String name, int flags, @Nullable String superName, List<String> interfaces,
        @Nullable String signature, Map<String, Member> members) {

    /**
     * A field, a method or a constructor.
     *
     * @param constant the value that the compiler copies into other classes, as text
     */
    public record Member(String name, String descriptor, int flags, @Nullable String signature, List<String> exceptions,
            @Nullable String constant) {

        public boolean is(int flag) {
            return (flags & flag) != 0;
        }

        @Override
        public String toString() {
            return isMethod() ? name + descriptor : name + " " + descriptor;
        }

        public boolean isMethod() {
            return descriptor.startsWith("(");
        }

        public String key() {
            return name + " " + descriptor;
        }
    }

    public boolean is(int flag) {
        return (flags & flag) != 0;
    }

    public boolean isInterface() {
        return is(Opcodes.ACC_INTERFACE);
    }

    public @Nullable Member member(String name, String descriptor) {
        return members.get(name + " " + descriptor);
    }

    /** Reads the facts from a class file. */
    public static ApiType of(byte[] classFile) {
        Collector collector = new Collector();
        new ClassReader(classFile).accept(collector,
                ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return collector.result();
    }

    // ASM says nothing about null
    @NonNullByDefault({})
    private static class Collector extends ClassVisitor {
        private final Map<String, Member> members = new LinkedHashMap<>();
        private String name = "";
        private int flags;
        private @Nullable String superName;
        private @Nullable String signature;
        private List<String> interfaces = List.of();

        Collector() {
            super(Opcodes.ASM9);
        }

        ApiType result() {
            return new ApiType(name, flags, superName, interfaces, signature, members);
        }

        @Override
        public void visit(int version, int access, String name, @Nullable String signature, @Nullable String superName,
                String @Nullable [] interfaces) {
            this.name = name;
            this.flags = access;
            this.signature = signature;
            this.superName = superName;
            this.interfaces = interfaces == null ? List.of() : List.of(interfaces);
        }

        @Override
        public void visitInnerClass(String name, @Nullable String outerName, @Nullable String innerName, int access) {
            if (name.equals(this.name)) {
                flags = access | flags & Opcodes.ACC_RECORD;
            }
        }

        @Override
        public @Nullable FieldVisitor visitField(int access, String name, String descriptor, @Nullable String signature,
                @Nullable Object value) {
            add(new Member(name, descriptor, access, signature, List.of(), value == null ? null : value.toString()));
            return null;
        }

        @Override
        public @Nullable MethodVisitor visitMethod(int access, String name, String descriptor,
                @Nullable String signature, String @Nullable [] exceptions) {
            add(new Member(name, descriptor, access, signature,
                    exceptions == null ? List.of() : Arrays.asList(exceptions), null));
            return null;
        }

        private void add(Member member) {
            members.put(member.key(), member);
        }
    }
}
