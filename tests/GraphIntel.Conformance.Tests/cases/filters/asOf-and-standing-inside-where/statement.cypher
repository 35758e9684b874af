CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE EXISTS {
    MATCH (n1)-[r2:BACKS]->(n3:Actor)
    WHERE r2.standing IN ['ASSERTED', 'DISPUTED'] AND n3.id = $p.a0
    RETURN 1
  } AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a2
  RETURN [n1.id]
} AS c0, COLLECT {
  MATCH (n4:Actor)
  WHERE EXISTS {
    MATCH (n4)-[r5:BACKS]->(n6:Actor)
    WHERE r5.standing IN ['DENIED'] AND n6.id = $p.a3
    RETURN 1
  } AND n4.id IS NOT NULL
  WITH *
  ORDER BY n4.id ASC LIMIT $p.a5
  RETURN [n4.id]
} AS c1, COLLECT {
  MATCH (n7:Actor)
  WHERE EXISTS {
    MATCH (n7)-[r8:BACKS]->(n9:Actor)
    WHERE (r8.from IS NULL OR r8.from <= $p.a6) AND (r8.until IS NULL OR r8.until > $p.a6) AND r8.standing IN ['ASSERTED', 'DISPUTED'] AND n9.id = $p.a7
    RETURN 1
  } AND n7.id IS NOT NULL
  WITH *
  ORDER BY n7.id ASC LIMIT $p.a9
  RETURN [n7.id]
} AS c2, COLLECT {
  MATCH (n10:Actor)
  WHERE NOT EXISTS {
    MATCH (n10)-[r11:BACKS]->(n12:Actor)
    WHERE (r11.from IS NULL OR r11.from <= $p.a10) AND (r11.until IS NULL OR r11.until > $p.a10) AND r11.standing IN ['ASSERTED', 'DISPUTED'] AND n12.id = $p.a11
    RETURN 1
  } AND n10.kind = $p.a12 AND n10.id IS NOT NULL
  WITH *
  ORDER BY n10.id ASC LIMIT $p.a14
  RETURN [n10.id]
} AS c3, COLLECT {
  MATCH (n13:Actor)
  WHERE EXISTS {
    MATCH (n13)-[r14:BACKS]->(n15:Actor)
    WHERE r14.standing IN ['DENIED']
    RETURN 1
  } AND n13.id IS NOT NULL
  WITH *
  ORDER BY n13.id ASC LIMIT $p.a16
  RETURN [n13.id]
} AS c4, COLLECT {
  MATCH (n16:Actor)
  WHERE NOT EXISTS {
    MATCH (n16)-[r17:BACKS]->(n18:Actor)
    WHERE r17.standing IN ['DENIED'] AND NOT coalesce(n18.id = $p.a17, false)
    RETURN 1
  } AND n16.kind = $p.a18 AND n16.id IS NOT NULL
  WITH *
  ORDER BY n16.id ASC LIMIT $p.a20
  RETURN [n16.id]
} AS c5, COUNT {
  MATCH (n19:Actor)
  WHERE false
  RETURN n19
} AS c6
RETURN [c0, c1, c2, c3, c4, c5, c6] AS r
