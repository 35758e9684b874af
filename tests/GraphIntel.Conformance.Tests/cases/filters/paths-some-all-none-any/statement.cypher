CYPHER 5
WITH COUNT {
  MATCH (n1:Place)
  WHERE EXISTS {
    MATCH (n1)-[:PART_OF*1..32]->(w4x1)
    WITH DISTINCT w4x1
    WITH w4x1 AS n3
    WHERE n3:Place AND n3 <> n1 AND n3.id = $p.a0
    RETURN 1
  } AND n1.id IS NOT NULL
  RETURN n1
} AS c0, COLLECT {
  MATCH (n5:Place)
  WHERE NOT EXISTS {
    MATCH (n5)-[:PART_OF*1..32]->(w8x1)
    WITH DISTINCT w8x1
    WITH w8x1 AS n7
    WHERE n7:Place AND n7 <> n5 AND NOT coalesce(n7.kind = $p.a3, false)
    RETURN 1
  } AND EXISTS {
    MATCH (n5)-[:PART_OF*1..32]->(w11x1)
    WITH DISTINCT w11x1
    WITH w11x1 AS n10
    WHERE n10:Place AND n10 <> n5
    RETURN 1
  } AND n5.id IS NOT NULL
  WITH *
  ORDER BY n5.id ASC LIMIT $p.a5
  RETURN [n5.id]
} AS c1, COUNT {
  MATCH (n12:Place)
  WHERE NOT EXISTS {
    MATCH (n12)-[:PART_OF*1..32]->(w15x1)
    WITH DISTINCT w15x1
    WITH w15x1 AS n14
    WHERE n14:Place AND n14 <> n12 AND n14.kind = $p.a6
    RETURN 1
  } AND n12.kind = $p.a7 AND n12.id IS NOT NULL
  RETURN n12
} AS c2, COUNT {
  MATCH (n16:Place)
  WHERE NOT EXISTS {
    MATCH (n16)<-[:PART_OF*1..32]-(w19x1)
    WITH DISTINCT w19x1
    WITH w19x1 AS n18
    WHERE n18:Place AND n18 <> n16
    RETURN 1
  } AND n16.kind = $p.a10 AND n16.id IS NOT NULL
  RETURN n16
} AS c3, COLLECT {
  MATCH (n20:Actor)
  WHERE EXISTS {
    MATCH (n20)<-[r21s:BACKS*1..6]-(w23x1)
    WHERE all(r21 IN r21s WHERE r21.standing IN ['ASSERTED', 'DISPUTED'])
    WITH DISTINCT w23x1
    WITH w23x1 AS n22
    WHERE n22:Actor AND n22 <> n20 AND n22.id = $p.a13
    RETURN 1
  } AND n20.id IS NOT NULL
  WITH *
  ORDER BY n20.id ASC LIMIT $p.a15
  RETURN [n20.id]
} AS c4
RETURN [c0, c1, c2, c3, c4] AS r
