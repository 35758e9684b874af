CYPHER 5
WITH COLLECT {
  MATCH (n1:Place)
  WHERE n1.id = $p.a0
  RETURN [n1.id, n1.name, n1.aliases, n1.externalIds, n1.kind, n1.featureCode, CASE WHEN n1.location IS NULL THEN null ELSE [n1.location.longitude, n1.location.latitude] END]
} AS c0, COLLECT {
  MATCH (n2:Event)
  WHERE n2.id = $p.a1
  WITH *, COLLECT {
    MATCH (n2)-[r3:OCCURRED_AT]->(n4:Place)
    RETURN [CASE WHEN n4.location IS NULL THEN null ELSE [n4.location.latitude] END]
  } AS c1
  RETURN [n2.externalIds, CASE WHEN n2.location IS NULL THEN null ELSE [n2.location.latitude] END, n2.deathsBest, n2.start, n2.subKind, n2.violence, c1[0]]
} AS c2, COLLECT {
  MATCH (n5:Source)
  WHERE n5.id = $p.a2
  WITH *, COLLECT {
    MATCH (n5)-[r6:VOICE_OF]->(n7:Actor)
    RETURN [n7.name]
  } AS c3
  RETURN [n5.reliability, c3[0], n5.url]
} AS c4
RETURN [c0[0], c2[0], c4[0]] AS r
