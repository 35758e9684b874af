CYPHER 5
WITH COLLECT {
  MATCH (n1:Place)
  WHERE any(e2 IN n1.aliases WHERE e2 = $p.a0) AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a2
  RETURN [n1.id, n1.aliases]
} AS c0, COLLECT {
  MATCH (n3:Actor)
  WHERE any(e4 IN n3.aliases WHERE e4 STARTS WITH $p.a3 AND e4 ENDS WITH $p.a4) AND n3.id IS NOT NULL
  WITH *
  ORDER BY n3.id ASC LIMIT $p.a6
  RETURN [n3.id]
} AS c1
RETURN [c0, c1] AS r
