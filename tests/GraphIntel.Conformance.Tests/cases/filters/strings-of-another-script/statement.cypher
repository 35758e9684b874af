CYPHER 5
WITH COLLECT {
  MATCH (n1:Place)
  WHERE any(e2 IN n1.aliases WHERE e2 = $p.a0) AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a1
  RETURN [n1.id, n1.aliases]
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE any(e2 IN n1.aliases WHERE e2 STARTS WITH $p.a0 AND e2 ENDS WITH $p.a1) AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a2
  RETURN [n1.id]
} AS c0
RETURN [c0] AS r
