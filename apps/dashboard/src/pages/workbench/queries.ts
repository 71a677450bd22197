import { graphql } from '../../gql';

export const WORKBENCH = graphql(`
  query Workbench {
    workbench {
      codebook
      codebookVersion
      batchLeft
      secondLeft
      auditLeft
      toRecode
      disagreements
      safeguarding
      themes {
        code
        name
        parent
        definition
        include
        exclude
      }
      models {
        version
        kind
        codings
        codebookVersion
        trainingHash
        madeAt
        signedOffBy
        signedOffAt
        inForce
      }
      runs {
        ...RunLine
      }
      codebooks {
        code
        version
        note
        themes
        actor
        at
        inForce
      }
    }
  }
`);

export const RUN_LINE = graphql(`
  fragment RunLine on CoderRun {
    id
    kind
    state
    stage
    done
    total
    actor
    askedAt
    tookMs
    model
    edition
    comparison {
      compared
      changed
      audited
      f1Before
      f1After
      themes {
        theme
        before
        after
        gained
        lost
        f1Before
        f1After
        goes
        gradeBefore
        gradeAfter
        times
      }
      examples {
        submission
        gained
        lost
      }
    }
  }
`);

export const COMMENT = graphql(`
  fragment Comment on CommentToCode {
    submission
    agency {
      code
      name
    }
    engagement
    ward {
      name
    }
    submittedOn
    sameArgument
    safeguarding
    blind
    parts {
      question
      segments {
        text
        masked
        themes
      }
    }
    suggestions {
      theme
      decision
      probability
      source
      model
      codebookVersion
      because
    }
    codings {
      id
      place
      coder
      mine
      outcome
      themes
      note
      at
    }
    history {
      id
      theme
      decision
      source
      actor
      model
      codebook
      codebookVersion
      probability
      at
      supersedes
      note
      inForce
    }
  }
`);

export const NEXT_COMMENTS = graphql(`
  query NextComments($pile: Pile!, $first: Int!) {
    nextComments(pile: $pile, first: $first) {
      ...Comment
    }
  }
`);

export const ONE_COMMENT = graphql(`
  query OneComment($submission: ID!) {
    commentToCode(submission: $submission) {
      ...Comment
    }
  }
`);

export const DISAGREEMENTS = graphql(`
  query Disagreements {
    disagreements(first: 20) {
      ...Comment
    }
  }
`);

export const SIGN = graphql(`
  mutation SignComment($input: SignCommentInput!) {
    signComment(input: $input) {
      id
    }
  }
`);

export const WITHDRAW = graphql(`
  mutation WithdrawCoding($id: ID!) {
    withdrawCoding(id: $id)
  }
`);

export const ASK = graphql(`
  mutation AskCoder($work: CoderWork!) {
    askCoder(work: $work) {
      ...RunLine
    }
  }
`);

export const RUN = graphql(`
  query CoderRunById($id: ID!) {
    coderRun(id: $id) {
      ...RunLine
    }
  }
`);

export const SIGN_OFF = graphql(`
  mutation SignOffModel($version: String!, $note: String!) {
    signOffModel(version: $version, note: $note) {
      ...RunLine
    }
  }
`);
