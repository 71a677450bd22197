import { Args, ArgsType, Context, Field, ID, Mutation, registerEnumType, Resolver } from '@nestjs/graphql';
import type { HeldDecision } from '#store';
import type { ApiContext } from '../../graphql/context.js';
import { enumOf } from '../../graphql/enums.js';
import { JsonScalar } from '../../graphql/scalars.js';
import { Needs } from '../../sign-in/role-guard.js';
import { Delivery } from '../deliveries/delivery.type.js';
import { uploadedFile } from './file.js';
import { previewFile } from './preview.js';
import { DeliveryPreview } from './preview.type.js';
import { Uploads } from './uploads.js';

const HeldDecisionEnum = enumOf<HeldDecision>(['replace', 'add', 'cancel', 'map']);
registerEnumType(HeldDecisionEnum, { name: 'HeldDecision' });

/** Files are not carried inside a question any more; these three go on working until the next version of the schema. */
const BY_ROUTE =
  'Send the file as a form to /files/look and /files/deliveries: it streams, and may be as large as any delivery.';

@ArgsType()
class UploadArgs {
  @Field(() => String) source!: string;
  @Field(() => String) fileName!: string;
  @Field(() => String) contentBase64!: string;
  @Field(() => JsonScalar, { nullable: true }) mapping?: unknown;
}

@Resolver(() => Delivery)
@Needs('partner', 'lead')
export class UploadResolver {
  constructor(private readonly uploads: Uploads) {}

  @Mutation(() => DeliveryPreview, {
    description: 'Decode the first rows and suggest a mapping; stores nothing.',
    deprecationReason: BY_ROUTE,
  })
  async previewDelivery(
    @Args() upload: UploadArgs,
    @Context() context: ApiContext,
  ): Promise<DeliveryPreview> {
    await context.limit('upload');
    const { session } = context;
    const file = uploadedFile(upload.fileName, upload.contentBase64);
    const { source, connector } = await this.uploads.source(session, upload.source);
    return previewFile(file, connector, upload.mapping ?? source.mapping);
  }

  @Mutation(() => Delivery, {
    description: 'Deliver an uploaded file; same rules and receipt as HTTP. For partners and leads.',
    deprecationReason: BY_ROUTE,
  })
  async deliver(@Args() upload: UploadArgs, @Context() context: ApiContext): Promise<Delivery> {
    await context.limit('upload');
    const { session } = context;
    const file = uploadedFile(upload.fileName, upload.contentBase64);
    return this.uploads.deliver(session, upload.source, file, upload.mapping ?? null);
  }

  @Mutation(() => Delivery, { description: 'Answer to a held delivery.' })
  resolveDelivery(
    @Args('id', { type: () => ID }) id: string,
    @Args('decision', { type: () => HeldDecisionEnum }) decision: HeldDecision,
    @Args('mapping', { type: () => JsonScalar, nullable: true }) mapping: unknown,
    @Args('remember', {
      type: () => Boolean,
      defaultValue: false,
      description: 'With MAP: the files of the source are read like this from now on.',
    })
    remember: boolean,
    @Context() { session }: ApiContext,
  ): Promise<Delivery> {
    return this.uploads.resolve(session, id, { decision, mapping: mapping ?? null, remember });
  }

  @Mutation(() => Delivery, {
    description: 'Mended rows (a CSV as downloaded from quarantine, corrected) are delivered again.',
    deprecationReason: BY_ROUTE,
  })
  async replayRows(
    @Args('delivery', { type: () => ID }) delivery: string,
    @Args('contentBase64', { type: () => String }) contentBase64: string,
    @Context() context: ApiContext,
  ): Promise<Delivery> {
    await context.limit('upload');
    const { session } = context;
    return this.uploads.replay(session, delivery, uploadedFile(`mended-${delivery}.csv`, contentBase64));
  }
}
