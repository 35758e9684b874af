CYPHER 5
WITH COLLECT {
  MATCH (n1:Place)
  WHERE EXISTS {
    MATCH (n1)<-[r2:CONTROLS]-(n3:Actor)
    WHERE r2.standing IN ['ASSERTED', 'DISPUTED'] AND r2.from >= $p.a0
    RETURN 1
  } AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a2
  RETURN [n1.id]
} AS c0, COLLECT {
  MATCH (n4:Place)
  WHERE EXISTS {
    MATCH (n4)<-[r5:CONTROLS]-(n6:Actor)
    WHERE r5.standing IN ['ASSERTED', 'DISPUTED'] AND NOT coalesce(r5.from >= $p.a3, false)
    RETURN 1
  } AND n4.id IS NOT NULL
  WITH *
  ORDER BY n4.id ASC LIMIT $p.a5
  RETURN [n4.id]
} AS c1, COUNT {
  MATCH (n7:Actor)
  WHERE n7.description CONTAINS $p.a6 AND n7.id IS NOT NULL
  RETURN n7
} AS c2, COUNT {
  MATCH (n8:Actor)
  WHERE NOT coalesce(n8.description CONTAINS $p.a9, false) AND n8.id IS NOT NULL
  RETURN n8
} AS c3, COLLECT {
  MATCH (n9:Actor)
  WHERE NOT coalesce((n9.description STARTS WITH $p.a12 OR n9.kind = $p.a13), false) AND n9.id IS NOT NULL
  WITH *
  ORDER BY n9.id ASC LIMIT $p.a15
  RETURN [n9.id]
} AS c4
RETURN [c0, c1, c2, c3, c4] AS r
