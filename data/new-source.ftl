@prefix c: <https://w3id.org/kzkr/concept/> .
@prefix id: <https://w3id.org/kzkr/id/> .
@prefix kzkr: <https://w3id.org/kzkr/ontology#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix s: <https://w3id.org/kzkr/source/${slug}#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix src: <https://w3id.org/kzkr/source/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

# TODO say what kind of text it is (c:news-report, c:own-publication, c:interview, c:study, c:reference-page, c:secondary-copy; only a
# news report is a schema:NewsArticle) and how far it was read (c:whole-text or c:opening).
# TODO name the publisher (schema:publisher id:…), the by-lines (schema:author, schema:translator, schema:editor), the place in the
# dateline (schema:locationCreated) and the picture's source (kzkr:photoCredit), as far as they are printed.
src:${slug} {
  src:${slug} a kzkr:Source, schema:NewsArticle ;
    kzkr:kind c:news-report ;
    kzkr:extent c:whole-text ;
    schema:headline "${title}"@${language} ;
    schema:inLanguage "${language}" ;
<#if date??>
    schema:datePublished "${date}"^^xsd:${dateType} ;
</#if>
    schema:url "${url}"^^xsd:anyURI .

  s:p0 a kzkr:Passage ;
    kzkr:kind c:no-facts ;
    kzkr:inSource src:${slug} ;
    kzkr:paragraph 0 .
<#list 1..passages as n>

  s:p${n} a kzkr:Passage ;
    kzkr:kind c:no-facts ;
    kzkr:inSource src:${slug} ;
    kzkr:paragraph ${n} .
</#list>
}

# Fill in what each passage states; then take its c:no-facts away. Where somebody speaks, add kzkr:statedBy; two voices in one
# paragraph are two passages, s:p4a and s:p4b. The passage 0 is the title.
<#list 1..passages as n>
# s:p${n} { }
</#list>

# What is concluded beyond the text, each with a note. Describe the graph above, beside the passages:
#   s:curation a kzkr:Curation ;
#     kzkr:inSource src:${slug} .
# s:curation {
#   s:n1 a kzkr:EditorialNote ;
#     kzkr:kind c:inference ;
#     kzkr:onPassage s:p1 ;
#     kzkr:concerns id:… ;
#     skos:scopeNote "…"@en .
# }
