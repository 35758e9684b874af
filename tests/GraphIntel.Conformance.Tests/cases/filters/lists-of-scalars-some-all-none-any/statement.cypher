CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE any(e2 IN n1.externalIds WHERE e2 = $p.a0) AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a2
  RETURN [n1.id]
} AS c0, COLLECT {
  MATCH (n3:Actor)
  WHERE any(e4 IN n3.externalIds WHERE true) AND n3.id IS NOT NULL
  WITH *
  ORDER BY n3.id ASC LIMIT $p.a4
  RETURN [n3.id]
} AS c1, COUNT {
  MATCH (n5:Actor)
  WHERE NOT coalesce(any(e6 IN n5.externalIds WHERE true), false) AND n5.id IS NOT NULL
  RETURN n5
} AS c2, COLLECT {
  MATCH (n7:Actor)
  WHERE NOT coalesce(any(e8 IN n7.externalIds WHERE e8 IN $p.a7), false) AND any(e9 IN n7.externalIds WHERE true) AND n7.id IS NOT NULL
  WITH *
  ORDER BY n7.id ASC LIMIT $p.a9
  RETURN [n7.id]
} AS c3, COUNT {
  MATCH (n10:Actor)
  WHERE NOT coalesce(any(e11 IN n10.externalIds WHERE NOT coalesce(e11 = $p.a10, false)), false) AND n10.id IS NOT NULL
  RETURN n10
} AS c4, COUNT {
  MATCH (n12:Actor)
  WHERE NOT coalesce(any(e13 IN n12.externalIds WHERE e13 = $p.a13), false) AND n12.id IS NOT NULL
  RETURN n12
} AS c5
RETURN [c0, c1, c2, c3, c4, c5] AS r
