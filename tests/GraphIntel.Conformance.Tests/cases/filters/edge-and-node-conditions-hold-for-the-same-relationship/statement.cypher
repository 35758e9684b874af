CYPHER 5
WITH COUNT {
  MATCH (n1:Event)
  WHERE EXISTS {
    MATCH (n1)<-[r2:PARTICIPATED_IN]-(n3:Actor)
    WHERE r2.standing IN ['ASSERTED', 'DISPUTED'] AND n3.id = $p.a0 AND r2.role = $p.a1
    RETURN 1
  } AND n1.id IS NOT NULL
  RETURN n1
} AS c0, COLLECT {
  MATCH (n4:Event)
  WHERE EXISTS {
    MATCH (n4)<-[r5:PARTICIPATED_IN]-(n6:Actor)
    WHERE r5.standing IN ['ASSERTED', 'DISPUTED'] AND n6.id = $p.a4
    RETURN 1
  } AND EXISTS {
    MATCH (n4)<-[r7:PARTICIPATED_IN]-(n8:Actor)
    WHERE r7.standing IN ['ASSERTED', 'DISPUTED'] AND r7.role = $p.a5
    RETURN 1
  } AND n4.id IS NOT NULL
  WITH *
  ORDER BY n4.id ASC LIMIT $p.a7
  RETURN [n4.id]
} AS c1, COLLECT {
  MATCH (n9:Event)
  WHERE EXISTS {
    MATCH (n9)<-[r10:PARTICIPATED_IN]-(n11:Actor)
    WHERE r10.standing IN ['ASSERTED', 'DISPUTED'] AND (r10.role = $p.a8 OR n11.id = $p.a9)
    RETURN 1
  } AND n9.id IS NOT NULL
  WITH *
  ORDER BY n9.id ASC LIMIT $p.a11
  RETURN [n9.id]
} AS c2, COLLECT {
  MATCH (n12:Event)
  WHERE NOT EXISTS {
    MATCH (n12)<-[r13:PARTICIPATED_IN]-(n14:Actor)
    WHERE r13.standing IN ['ASSERTED', 'DISPUTED'] AND r13.role IN $p.a12
    RETURN 1
  } AND n12.id IS NOT NULL
  WITH *
  ORDER BY n12.id ASC LIMIT $p.a14
  RETURN [n12.id]
} AS c3
RETURN [c0, c1, c2, c3] AS r
