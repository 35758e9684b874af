CYPHER 5
WITH COLLECT {
  MATCH (n1:Event)
  WHERE EXISTS {
    MATCH (n1)<-[r3:PARTICIPATED_IN]-(n2:Actor)
    WHERE r3.standing IN ['ASSERTED', 'DISPUTED'] AND n2.name CONTAINS $p.a0
    RETURN 1
  } AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.start DESC, n1.id DESC LIMIT $p.a1
  RETURN [n1.title]
} AS c0, COUNT {
  MATCH (n1:Event)
  WHERE EXISTS {
    MATCH (n1)<-[r3:PARTICIPATED_IN]-(n2:Actor)
    WHERE r3.standing IN ['ASSERTED', 'DISPUTED'] AND n2.name CONTAINS $p.a0
    RETURN 1
  } AND n1.id IS NOT NULL
  RETURN n1
} AS c1
CALL () {
  MATCH (n1:Event)
  WHERE EXISTS {
    MATCH (n1)<-[r3:PARTICIPATED_IN]-(n2:Actor)
    WHERE r3.standing IN ['ASSERTED', 'DISPUTED'] AND n2.name CONTAINS $p.a0
    RETURN 1
  } AND n1.id IS NOT NULL
  WITH n1, n1.kind AS g4
  WITH g4, count(*) AS c3
  ORDER BY c3 DESC, g4 ASC LIMIT $p.a2
  RETURN collect([g4, c3]) AS c4
}
CALL () {
  MATCH (n1:Event)
  WHERE EXISTS {
    MATCH (n1)<-[r3:PARTICIPATED_IN]-(n2:Actor)
    WHERE r3.standing IN ['ASSERTED', 'DISPUTED'] AND n2.name CONTAINS $p.a0
    RETURN 1
  } AND n1.id IS NOT NULL
  WITH count(*) AS c2
  RETURN [c2] AS c5
}
RETURN [[c0, c1, [c5[0], c4]]] AS r
