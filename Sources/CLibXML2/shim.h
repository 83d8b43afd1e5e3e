// libxml2 without its ICU part: the ICU headers and Foundation clash on UErrorCode (design, section 6).
#pragma once
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlreader.h>

/// xmlFree is a mutable global function pointer; Swift 6 refuses to read it, so it is read here.
static inline void ronda_xml_free(void *pointer) { xmlFree(pointer); }
