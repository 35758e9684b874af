CYPHER 5
WITH COUNT {
  MATCH (n1:Claim)
  WHERE n1.stance = $p.a0 AND n1.id IS NOT NULL
  RETURN n1
} AS c0, COLLECT {
  MATCH (n1:Claim)
  WHERE n1.stance = $p.a0 AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a1
  RETURN [n1.id]
} AS c1
RETURN [c0, c1] AS r
;
CYPHER 5
WITH COUNT {
  MATCH (n1:Claim)
  WHERE NOT coalesce(n1.stance = $p.a0, false) AND n1.id IS NOT NULL
  RETURN n1
} AS c0
RETURN [c0] AS r
