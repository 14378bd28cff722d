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
/**
 * The contract that each way to an inverter fulfils.
 * <p>
 * A way answers with values of the model or fails with one of the {@code SourceException}s: six types, because six
 * things can be done about them. What exactly went wrong is its
 * {@link org.openhab.binding.selectronic.internal.source.Problem}, which names the text that the owner reads.
 */
package org.openhab.binding.selectronic.internal.source;
