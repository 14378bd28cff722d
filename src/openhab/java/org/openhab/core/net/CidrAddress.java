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
package org.openhab.core.net;

import java.net.InetAddress;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * An address of this machine and the length of its network part.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class CidrAddress {
    private final InetAddress address;
    private final int prefix;

    public CidrAddress(InetAddress address, short networkPrefixLength) {
        this.address = address;
        this.prefix = networkPrefixLength;
    }

    public InetAddress getAddress() {
        return address;
    }

    public int getPrefix() {
        return prefix;
    }

    @Override
    public int hashCode() {
        return Objects.hash(address, prefix);
    }

    @Override
    public boolean equals(@Nullable Object obj) {
        return obj instanceof CidrAddress other && prefix == other.prefix && address.equals(other.address);
    }

    @Override
    public String toString() {
        return prefix == 0 ? address.getHostAddress() : address.getHostAddress() + "/" + prefix;
    }
}
