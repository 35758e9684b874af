CYPHER 5
WITH COLLECT {
  MATCH (n1:Place)
  WHERE n1.id = $p.a0
  RETURN [n1.id, n1.name, n1.aliases, n1.externalIds, n1.kind, n1.featureCode, n1.location]
} AS c0
RETURN [c0[0]] AS r
;
CYPHER 5
WITH COLLECT {
  MATCH (n1:Event)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)-[r3:OCCURRED_AT]->(n2:Place)
    RETURN [n2.location]
  } AS c0
  RETURN [n1.externalIds, n1.location, n1.deathsBest, n1.start, n1.subKind, n1.violence, c0[0]]
} AS c1
RETURN [c1[0]] AS r
;
CYPHER 5
WITH COLLECT {
  MATCH (n1:Source)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)-[r3:VOICE_OF]->(n2:Actor)
    RETURN [n2.name]
  } AS c0
  RETURN [n1.reliability, c0[0], n1.url]
} AS c1
RETURN [c1[0]] AS r
