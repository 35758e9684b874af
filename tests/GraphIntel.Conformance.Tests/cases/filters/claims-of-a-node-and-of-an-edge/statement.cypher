CYPHER 5
WITH COLLECT {
  MATCH (n1:Event)
  WHERE NOT EXISTS {
    MATCH (n2:Claim)
    WHERE n2.about = n1.id AND n2.id IS NOT NULL AND EXISTS {
      MATCH (n2)-[r3:MADE_BY]->(n4:Source)
      WHERE n4.id IN $p.a0
      RETURN 1
    }
    RETURN 1
  } AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a2
  RETURN [n1.id]
} AS c0, COLLECT {
  MATCH (n5:Actor)
  WHERE EXISTS {
    MATCH (n5)<-[r6:BACKS]-(n7:Actor)
    WHERE r6.standing IN ['ASSERTED', 'DISPUTED'] AND EXISTS {
      MATCH (n8:Claim)
      WHERE n8.about = r6.id AND n8.id IS NOT NULL AND EXISTS {
        MATCH (n8)-[r9:MADE_BY]->(n10:Source)
        WHERE n10.kind = $p.a3
        RETURN 1
      }
      RETURN 1
    }
    RETURN 1
  } AND n5.id IS NOT NULL
  WITH *
  ORDER BY n5.id ASC LIMIT $p.a5
  RETURN [n5.id]
} AS c1, COLLECT {
  MATCH (n11:Actor)
  WHERE EXISTS {
    MATCH (n11)-[r12:BACKS]->(n13:Actor)
    WHERE r12.standing IN ['ASSERTED', 'DISPUTED'] AND EXISTS {
      MATCH (n14:Actor) USING INDEX SEEK n14:Actor(id)
      WHERE n14.id IN r12.againstIds AND n14.name STARTS WITH $p.a6
      RETURN 1
    }
    RETURN 1
  } AND n11.id IS NOT NULL
  WITH *
  ORDER BY n11.id ASC LIMIT $p.a8
  RETURN [n11.id]
} AS c2, COLLECT {
  MATCH (n15:Actor)
  WHERE EXISTS {
    MATCH (n15)-[r16:BACKS]->(n17:Actor)
    WHERE r16.standing IN ['ASSERTED', 'DISPUTED'] AND NOT EXISTS {
      MATCH (n18:Actor) USING INDEX SEEK n18:Actor(id)
      WHERE n18.id IN r16.againstIds
      RETURN 1
    }
    RETURN 1
  } AND n15.id IS NOT NULL
  WITH *
  ORDER BY n15.id ASC LIMIT $p.a10
  RETURN [n15.id]
} AS c3
RETURN [c0, c1, c2, c3] AS r
