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
 * What is told to somebody who is to help: how the contact has gone, reports and recordings that can be given away.
 * What may be a secret is left out by construction, and not by looking for it: a text is shown only if it is known for
 * one that cannot be.
 */
package org.openhab.binding.selectronic.internal.diagnostics;
