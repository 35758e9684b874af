CYPHER 5
WITH COLLECT {
  MATCH (n1:Event)
  WHERE n1.subKind = $p.a0 AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a2
  RETURN [n1.id]
} AS c0, COUNT {
  MATCH (n2:Event)
  WHERE NOT coalesce(n2.subKind = $p.a3, false) AND n2.id IS NOT NULL
  RETURN n2
} AS c1, COUNT {
  MATCH (n3:Event)
  WHERE n3.subKind IN $p.a6 AND n3.id IS NOT NULL
  RETURN n3
} AS c2, COUNT {
  MATCH (n4:Event)
  WHERE NOT coalesce(n4.subKind IN $p.a9, false) AND n4.id IS NOT NULL
  RETURN n4
} AS c3
RETURN [c0, c1, c2, c3] AS r
