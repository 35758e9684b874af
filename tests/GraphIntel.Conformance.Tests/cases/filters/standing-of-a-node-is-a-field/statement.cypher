CYPHER 5
WITH COUNT {
  MATCH (n1:Event)
  WHERE n1.standing = $p.a0 AND n1.id IS NOT NULL
  RETURN n1
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COUNT {
  MATCH (n1:Event)
  WHERE NOT coalesce(n1.standing = $p.a0, false) AND n1.id IS NOT NULL
  RETURN n1
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COUNT {
  MATCH (n1:Event)
  WHERE EXISTS {
    MATCH (n1)<-[r3:PARTICIPATED_IN]-(n2:Actor)
    WHERE r3.standing IN ['ASSERTED', 'DISPUTED'] AND r3.standing IN $p.a0
    RETURN 1
  } AND n1.id IS NOT NULL
  RETURN n1
} AS c0
RETURN [c0] AS r
