CYPHER 5
WITH COLLECT {
  MATCH (n1:Event)
  WHERE n1.id = $p.a0
  WITH *, COUNT {
    MATCH (n2:Claim)
    WHERE n2.about = n1.id AND n2.id IS NOT NULL AND EXISTS {
      MATCH (n2)-[r4:MADE_BY]->(n3:Source)
      WHERE NOT coalesce(n3.id = $p.a1, false)
      RETURN 1
    }
    RETURN n2
  } AS c0, COLLECT {
    MATCH (n2:Claim)
    WHERE n2.about = n1.id AND n2.id IS NOT NULL AND EXISTS {
      MATCH (n2)-[r4:MADE_BY]->(n3:Source)
      WHERE NOT coalesce(n3.id = $p.a1, false)
      RETURN 1
    }
    WITH *
    ORDER BY n2.id DESC LIMIT $p.a2
    RETURN [n2.id, n2.id]
  } AS c1
  RETURN [c0, c1]
} AS c2
RETURN [c2[0]] AS r
;
CYPHER 5
WITH COLLECT {
  MATCH ()-[r1:BACKS]->()
  WHERE r1.id = $p.a0
  WITH *, COUNT {
    MATCH (n2:Actor) USING INDEX SEEK n2:Actor(id)
    WHERE n2.id IN r1.againstIds AND n2.kind = $p.a1
    RETURN n2
  } AS c0, COLLECT {
    MATCH (n2:Actor) USING INDEX SEEK n2:Actor(id)
    WHERE n2.id IN r1.againstIds AND n2.kind = $p.a1
    WITH *
    ORDER BY n2.name DESC, n2.id DESC LIMIT $p.a2
    RETURN [n2.name]
  } AS c1
  RETURN [17, c0, c1] AS v
} AS c2
RETURN [c2[0]] AS r
