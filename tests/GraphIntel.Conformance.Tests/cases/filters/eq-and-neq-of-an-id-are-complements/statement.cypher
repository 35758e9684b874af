CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor) USING INDEX SEEK n1:Actor(id)
  WHERE n1.id = $p.a0 AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a2
  RETURN [n1.id]
} AS c0, COLLECT {
  MATCH (n2:Actor)
  WHERE NOT coalesce(n2.id = $p.a3, false) AND n2.id IS NOT NULL
  WITH *
  ORDER BY n2.id ASC LIMIT $p.a5
  RETURN [n2.id]
} AS c1, COLLECT {
  MATCH (n3:Actor)
  WHERE NOT coalesce(n3.id = $p.a6, false) AND n3.id IS NOT NULL
  WITH *
  ORDER BY n3.id ASC LIMIT $p.a8
  RETURN [n3.id]
} AS c2
RETURN [c0, c1, c2] AS r
