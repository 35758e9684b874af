CYPHER 5
WITH COLLECT {
  MATCH (n1:Event)
  WHERE EXISTS {
    MATCH (n1)<-[r2:PARTICIPATED_IN]-(n3:Actor)
    WHERE r2.standing IN ['ASSERTED', 'DISPUTED'] AND n3.id = $p.a0
    RETURN 1
  } AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a2
  RETURN [n1.id]
} AS c0, COLLECT {
  MATCH (n4:Event)
  WHERE NOT EXISTS {
    MATCH (n4)<-[r5:PARTICIPATED_IN]-(n6:Actor)
    WHERE r5.standing IN ['ASSERTED', 'DISPUTED'] AND n6.id = $p.a3
    RETURN 1
  } AND n4.id IS NOT NULL
  WITH *
  ORDER BY n4.id ASC LIMIT $p.a5
  RETURN [n4.id]
} AS c1, COLLECT {
  MATCH (n7:Event)
  WHERE NOT EXISTS {
    MATCH (n7)<-[r8:PARTICIPATED_IN]-(n9:Actor)
    WHERE r8.standing IN ['ASSERTED', 'DISPUTED'] AND NOT coalesce(n9.kind IN $p.a6, false)
    RETURN 1
  } AND n7.id IS NOT NULL
  WITH *
  ORDER BY n7.id ASC LIMIT $p.a8
  RETURN [n7.id]
} AS c2, COLLECT {
  MATCH (n10:Actor)
  WHERE EXISTS {
    MATCH (n10)-[r11:PARTICIPATED_IN]->(n12:Event)
    WHERE r11.standing IN ['ASSERTED', 'DISPUTED']
    RETURN 1
  } AND n10.id IS NOT NULL
  WITH *
  ORDER BY n10.id ASC LIMIT $p.a10
  RETURN [n10.id]
} AS c3, COLLECT {
  MATCH (n13:Actor)
  WHERE NOT EXISTS {
    MATCH (n13)-[r14:PARTICIPATED_IN]->(n15:Event)
    WHERE r14.standing IN ['ASSERTED', 'DISPUTED']
    RETURN 1
  } AND NOT EXISTS {
    MATCH (n13)-[r16:PARTICIPATED_IN]->(n17:Event)
    WHERE r16.standing IN ['ASSERTED', 'DISPUTED'] AND NOT coalesce(n17.kind = $p.a11, false)
    RETURN 1
  } AND n13.id IS NOT NULL
  WITH *
  ORDER BY n13.id ASC LIMIT $p.a13
  RETURN [n13.id]
} AS c4
RETURN [c0, c1, c2, c3, c4] AS r
