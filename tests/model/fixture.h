/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "csv-loader.h"

/* What most tests of the model begin with: tables as text, and the Atlas of them. */
typedef struct
{
  CsvStore *store;
  NtmAtlas *atlas;
} Fixture;

void    fixture_set_up_hatinh (Fixture *fixture, gconstpointer data);
void    fixture_tear_down     (Fixture *fixture, gconstpointer data);
NtmDate day                   (const char *iso);
