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

import static org.objectweb.asm.Opcodes.ACC_ABSTRACT;
import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PROTECTED;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ASM9;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.H_GETFIELD;
import static org.objectweb.asm.Opcodes.H_GETSTATIC;
import static org.objectweb.asm.Opcodes.H_INVOKESTATIC;
import static org.objectweb.asm.Opcodes.H_PUTFIELD;
import static org.objectweb.asm.Opcodes.H_PUTSTATIC;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.NEW;
import static org.objectweb.asm.Opcodes.PUTFIELD;
import static org.objectweb.asm.Opcodes.PUTSTATIC;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.Type;
import org.objectweb.asm.TypePath;
import org.openhab.binding.selectronic.internal.packaging.ApiType.Member;

/**
 * Decides from byte code whether classes would link against a recorded version of openHAB: whether every type, method
 * and field of openHAB that they name can be found and used there, and whether they implement what they promise.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class LinkageChecker {
    private static final String OPENHAB = "org/openhab/core/";

    private final RecordedApi api;
    private final Map<String, ApiType> ours = new HashMap<>();
    private final Map<String, Optional<ApiType>> outside = new HashMap<>();
    private final Set<String> problems = new TreeSet<>();
    private final Set<String> notRecorded = new TreeSet<>();

    private LinkageChecker(RecordedApi api) {
        this.api = api;
    }

    /**
     * What a check has shown.
     *
     * @param problems one sentence for each reason why the classes would not work
     * @param notRecorded types that nothing is known of, because the record does not have their package
     */
    public record Result(Set<String> problems, Set<String> notRecorded) {
    }

    /** Checks class files that belong together against a version of openHAB. */
    public static Result check(Collection<byte[]> classFiles, RecordedApi api) {
        LinkageChecker checker = new LinkageChecker(api);
        for (byte[] classFile : classFiles) {
            ApiType type = ApiType.of(classFile);
            checker.ours.put(type.name(), type);
        }
        for (byte[] classFile : classFiles) {
            checker.new References().read(classFile);
        }
        checker.ours.values().forEach(checker::checkPromises);
        return new Result(checker.problems, checker.notRecorded);
    }

    // ---- the world of types

    private static boolean isOpenHab(String name) {
        return name.startsWith(OPENHAB);
    }

    private @Nullable ApiType find(String name) {
        ApiType own = ours.get(name);
        if (own != null) {
            return own;
        }
        return isOpenHab(name) ? api.type(name)
                : Objects.requireNonNull(outside.computeIfAbsent(name, LinkageChecker::load)).orElse(null);
    }

    private static Optional<ApiType> load(String name) {
        try (InputStream stream = ClassLoader.getSystemResourceAsStream(name + ".class")) {
            return stream == null ? Optional.empty() : Optional.of(ApiType.of(stream.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /**
     * A type with all that is above it, in the order in which the virtual machine looks for members.
     *
     * @param complete whether every type above is known
     */
    private record Lineage(List<ApiType> types, boolean complete) {

        boolean contains(String name) {
            return types.stream().anyMatch(type -> type.name().equals(name));
        }

        @Nullable
        Found find(String name, String descriptor) {
            for (ApiType type : types) {
                Member member = type.member(name, descriptor);
                if (member != null) {
                    return new Found(type, member);
                }
            }
            return null;
        }
    }

    private record Found(ApiType type, Member member) {
    }

    private Lineage lineage(String name) {
        List<ApiType> types = new ArrayList<>();
        boolean complete = true;
        for (String next = name; next != null;) {
            ApiType type = find(next);
            complete &= type != null;
            next = type == null ? null : type.superName();
            if (type != null) {
                types.add(type);
            }
        }
        Set<String> seen = new LinkedHashSet<>();
        for (int i = 0; i < types.size(); i++) {
            for (String each : types.get(i).interfaces()) {
                ApiType type = find(each);
                complete &= type != null;
                if (type != null && seen.add(each)) {
                    types.add(type);
                }
            }
        }
        return new Lineage(types, complete);
    }

    // ---- what a class promises to be

    private void checkPromises(ApiType type) {
        Lineage lineage = lineage(type.name());
        for (ApiType above : lineage.types()) {
            if (isOpenHab(above.name())) {
                checkAgainst(type, above, lineage);
            }
        }
    }

    private void checkAgainst(ApiType type, ApiType above, Lineage lineage) {
        boolean direct = above.name().equals(type.superName()) || type.interfaces().contains(above.name());
        if (direct && above.isInterface() != type.interfaces().contains(above.name())) {
            problem(type.name(), "takes " + above.name() + " for a class or an interface, which it is not");
        }
        if (direct && above.is(ACC_FINAL)) {
            problem(type.name(), "extends " + above.name() + ", which is final");
        }
        for (Member member : above.members().values()) {
            Member own = member.isMethod() ? type.member(member.name(), member.descriptor()) : null;
            if (own != null && member.is(ACC_FINAL) && !member.is(ACC_STATIC)) {
                problem(type.name(), "overrides " + above.name() + "." + member + ", which is final");
            }
            if (member.is(ACC_ABSTRACT) && !type.is(ACC_ABSTRACT) && !isImplemented(member, lineage)) {
                problem(type.name(), "does not implement " + above.name() + "." + member);
            }
        }
    }

    private static boolean isImplemented(Member promise, Lineage lineage) {
        for (ApiType type : lineage.types()) {
            Member member = type.member(promise.name(), promise.descriptor());
            if (member != null && !type.isInterface()) {
                return !member.is(ACC_ABSTRACT) && (member.is(ACC_PUBLIC) || !promise.is(ACC_PUBLIC));
            } else if (member != null && !member.is(ACC_ABSTRACT)) {
                return true;
            }
        }
        return !lineage.complete();
    }

    private void problem(String user, String sentence) {
        problems.add((user + " " + sentence).replace('/', '.'));
    }

    // ---- what a class refers to

    private void useType(String user, String name) {
        if (!isOpenHab(name) || ours.containsKey(name)) {
            return;
        }
        if (!api.hasPackageOf(name)) {
            notRecorded.add(name.replace('/', '.'));
        } else if (api.type(name) == null) {
            problem(user, "needs " + name + ", which does not exist");
        }
    }

    private void useMethod(String user, int opcode, String owner, String name, String descriptor, boolean itf) {
        Found found = resolve(user, owner, name, descriptor);
        if (found == null) {
            return;
        }
        String called = "calls " + owner + "." + found.member();
        ApiType ownerType = find(owner);
        if (ownerType != null && ownerType.isInterface() != itf) {
            problem(user, called + " and takes the owner for a class or an interface, which it is not");
        }
        if (found.member().is(ACC_STATIC) != (opcode == INVOKESTATIC)) {
            problem(user, called + " and is wrong about it being static");
        }
        if ("<init>".equals(name) && !found.type().name().equals(owner)) {
            problem(user, called + ", which is the constructor of another class");
        }
        if (opcode == INVOKESPECIAL && found.member().is(ACC_ABSTRACT)) {
            problem(user, called + " of its super class, which is abstract");
        }
    }

    private void useField(String user, int opcode, String owner, String name, String descriptor) {
        Found found = resolve(user, owner, name, descriptor);
        if (found == null) {
            return;
        }
        String used = "uses " + owner + "." + found.member();
        if (found.member().is(ACC_STATIC) != (opcode == GETSTATIC || opcode == PUTSTATIC)) {
            problem(user, used + " and is wrong about it being static");
        }
        if (found.member().is(ACC_FINAL) && (opcode == PUTFIELD || opcode == PUTSTATIC)) {
            problem(user, used + " and writes to it, but it is final");
        }
    }

    /** Finds a member of openHAB; anything else than that is no concern here and gives null. */
    private @Nullable Found resolve(String user, String owner, String name, String descriptor) {
        if (!isOpenHab(owner) && !ours.containsKey(owner)) {
            return null;
        }
        Lineage lineage = lineage(owner);
        Found found = lineage.find(name, descriptor);
        if (found == null) {
            if (lineage.complete()) {
                problem(user, "needs " + owner + "." + name + " " + descriptor + ", which does not exist");
            }
            return null;
        } else if (!isOpenHab(found.type().name()) || ours.containsKey(found.type().name())) {
            return null;
        }
        boolean heir = lineage(user.substring(0, user.indexOf('.'))).contains(found.type().name());
        if (!found.member().is(ACC_PUBLIC) && !(found.member().is(ACC_PROTECTED) && heir)) {
            problem(user, "may not use " + owner + "." + found.member());
        }
        return found;
    }

    /** A lambda or method reference is an implementation too: of the one abstract method of its interface. */
    private void useLambda(String user, String name, String interfaceName, String descriptor) {
        if (!isOpenHab(interfaceName)) {
            return;
        }
        Lineage lineage = lineage(interfaceName);
        for (ApiType type : lineage.types()) {
            for (Member member : type.members().values()) {
                if (type.isInterface() && member.is(ACC_ABSTRACT) && !isImplemented(member, lineage)
                        && !(member.name().equals(name) && member.descriptor().equals(descriptor))) {
                    problem(user, "has a lambda that does not implement " + type.name() + "." + member);
                }
            }
        }
        resolve(user, interfaceName, name, descriptor);
    }

    /** Walks through a class file and hands every reference to the checks above. */
    // ASM says nothing about null
    @NonNullByDefault({})
    private class References extends ClassVisitor {
        private String className = "";
        private String user = "";

        References() {
            super(ASM9);
        }

        void read(byte[] classFile) {
            new ClassReader(classFile).accept(this, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        }

        private void type(@Nullable String internalName) {
            if (internalName != null) {
                descriptor(Type.getObjectType(internalName));
            }
        }

        private void descriptor(Type type) {
            switch (type.getSort()) {
                case Type.METHOD -> {
                    descriptor(type.getReturnType());
                    for (Type argument : type.getArgumentTypes()) {
                        descriptor(argument);
                    }
                }
                case Type.ARRAY -> descriptor(type.getElementType());
                case Type.OBJECT -> useType(user, type.getInternalName());
                default -> {
                }
            }
        }

        private void descriptor(String descriptor) {
            descriptor(Type.getType(descriptor));
        }

        private void constant(Object value) {
            if (value instanceof Type type) {
                descriptor(type);
            } else if (value instanceof Handle handle) {
                handle(handle);
            } else if (value instanceof ConstantDynamic dynamic) {
                descriptor(dynamic.getDescriptor());
                handle(dynamic.getBootstrapMethod());
                for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
                    constant(dynamic.getBootstrapMethodArgument(i));
                }
            }
        }

        private void handle(Handle handle) {
            type(handle.getOwner());
            descriptor(handle.getDesc());
            switch (handle.getTag()) {
                case H_GETFIELD -> field(GETFIELD, handle);
                case H_GETSTATIC -> field(GETSTATIC, handle);
                case H_PUTFIELD -> field(PUTFIELD, handle);
                case H_PUTSTATIC -> field(PUTSTATIC, handle);
                case H_INVOKESTATIC -> method(INVOKESTATIC, handle);
                default -> method(INVOKEVIRTUAL, handle);
            }
        }

        private void field(int opcode, Handle handle) {
            useField(user, opcode, handle.getOwner(), handle.getName(), handle.getDesc());
        }

        private void method(int opcode, Handle handle) {
            useMethod(user, opcode, handle.getOwner(), handle.getName(), handle.getDesc(), handle.isInterface());
        }

        @Override
        public void visit(int version, int access, String name, @Nullable String signature, @Nullable String superName,
                String @Nullable [] interfaces) {
            className = name;
            user = name + ".class";
            type(superName);
            for (String each : interfaces == null ? new String[0] : interfaces) {
                type(each);
            }
        }

        @Override
        public void visitInnerClass(String name, @Nullable String outerName, @Nullable String innerName, int access) {
            type(name);
        }

        @Override
        public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            return new Annotations(descriptor);
        }

        @Override
        public AnnotationVisitor visitTypeAnnotation(int typeRef, @Nullable TypePath typePath, String descriptor,
                boolean visible) {
            return new Annotations(descriptor);
        }

        @Override
        public @Nullable RecordComponentVisitor visitRecordComponent(String name, String descriptor,
                @Nullable String signature) {
            descriptor(descriptor);
            return null;
        }

        @Override
        public FieldVisitor visitField(int access, String name, String descriptor, @Nullable String signature,
                @Nullable Object value) {
            user = className + "." + name;
            descriptor(descriptor);
            return new FieldVisitor(ASM9) {
                @Override
                public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
                    return new Annotations(descriptor);
                }
            };
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, @Nullable String signature,
                String @Nullable [] exceptions) {
            user = className + "." + name;
            descriptor(descriptor);
            for (String each : exceptions == null ? new String[0] : exceptions) {
                type(each);
            }
            return new Code();
        }

        private class Code extends MethodVisitor {
            Code() {
                super(ASM9);
            }

            @Override
            public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
                return new Annotations(descriptor);
            }

            @Override
            public AnnotationVisitor visitParameterAnnotation(int parameter, String descriptor, boolean visible) {
                return new Annotations(descriptor);
            }

            @Override
            public void visitTypeInsn(int opcode, String type) {
                type(type);
                ApiType used = isOpenHab(type) ? find(type) : null;
                if (opcode == NEW && used != null && used.is(ACC_ABSTRACT)) {
                    problem(user, "makes an object of " + type + ", which is abstract");
                }
            }

            @Override
            public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
                type(owner);
                descriptor(descriptor);
                useField(user, opcode, owner, name, descriptor);
            }

            @Override
            public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean itf) {
                type(owner);
                descriptor(descriptor);
                useMethod(user, opcode, owner, name, descriptor, itf);
            }

            @Override
            public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
                descriptor(descriptor);
                handle(bootstrap);
                for (Object argument : arguments) {
                    constant(argument);
                }
                if ("java/lang/invoke/LambdaMetafactory".equals(bootstrap.getOwner())) {
                    useLambda(user, name, Type.getReturnType(descriptor).getInternalName(),
                            ((Type) arguments[0]).getDescriptor());
                }
            }

            @Override
            public void visitLdcInsn(Object value) {
                constant(value);
            }

            @Override
            public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
                descriptor(descriptor);
            }

            @Override
            public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
                type(type);
            }
        }

        /** The values of an annotation; those in an array have no names of their own. */
        private class Annotations extends AnnotationVisitor {
            private final String type;

            Annotations(String descriptor) {
                super(ASM9);
                descriptor(descriptor);
                type = Type.getType(descriptor).getInternalName();
            }

            private void element(@Nullable String name) {
                ApiType annotation = isOpenHab(type) && name != null ? find(type) : null;
                if (annotation != null
                        && annotation.members().values().stream().noneMatch(each -> each.name().equals(name))) {
                    problem(user, "gives a value for " + type + "." + name + ", which does not exist");
                }
            }

            @Override
            public void visit(@Nullable String name, Object value) {
                element(name);
                constant(value);
            }

            @Override
            public void visitEnum(@Nullable String name, String descriptor, String value) {
                element(name);
                useField(user, GETSTATIC, Type.getType(descriptor).getInternalName(), value, descriptor);
            }

            @Override
            public AnnotationVisitor visitArray(String name) {
                element(name);
                return this;
            }

            @Override
            public AnnotationVisitor visitAnnotation(@Nullable String name, String descriptor) {
                element(name);
                return new Annotations(descriptor);
            }
        }
    }
}
