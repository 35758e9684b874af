CYPHER 5
WITH COUNT {
  MATCH (n1:Event)
  WHERE EXISTS {
    MATCH (n1)-[r2:OCCURRED_AT]->(n3:Place)
    WHERE EXISTS {
      MATCH (n3)-[:PART_OF*1..32]->(w6x1)
      WITH DISTINCT w6x1
      WITH w6x1 AS n5
      WHERE n5:Place AND n5 <> n3 AND n5.id = $p.a0
      RETURN 1
    }
    RETURN 1
  } AND EXISTS {
    MATCH (n1)<-[r7:PARTICIPATED_IN]-(n8:Actor)
    WHERE r7.standing IN ['ASSERTED', 'DISPUTED'] AND EXISTS {
      MATCH (n8)<-[r9:BACKS]-(n10:Actor)
      WHERE r9.standing IN ['ASSERTED', 'DISPUTED'] AND n10.name = $p.a1
      RETURN 1
    }
    RETURN 1
  } AND n1.id IS NOT NULL
  RETURN n1
} AS c0, COLLECT {
  MATCH (n1:Event)
  WHERE EXISTS {
    MATCH (n1)-[r2:OCCURRED_AT]->(n3:Place)
    WHERE EXISTS {
      MATCH (n3)-[:PART_OF*1..32]->(w6x1)
      WITH DISTINCT w6x1
      WITH w6x1 AS n5
      WHERE n5:Place AND n5 <> n3 AND n5.id = $p.a0
      RETURN 1
    }
    RETURN 1
  } AND EXISTS {
    MATCH (n1)<-[r7:PARTICIPATED_IN]-(n8:Actor)
    WHERE r7.standing IN ['ASSERTED', 'DISPUTED'] AND EXISTS {
      MATCH (n8)<-[r9:BACKS]-(n10:Actor)
      WHERE r9.standing IN ['ASSERTED', 'DISPUTED'] AND n10.name = $p.a1
      RETURN 1
    }
    RETURN 1
  } AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a3
  WITH *, COLLECT {
    MATCH (n1)-[r11:OCCURRED_AT]->(n12:Place)
    WITH *, COLLECT {
      MATCH (n12)-[r13:PART_OF]->(n14:Place)
      RETURN [n14.name]
    } AS c1
    RETURN [n12.name, c1[0]]
  } AS c2
  RETURN [n1.id, c2[0]]
} AS c3
RETURN [c0, c3] AS r
